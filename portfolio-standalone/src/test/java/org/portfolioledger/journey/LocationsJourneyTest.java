package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever records something is told where it can be read. */
class LocationsJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_path_to_which_something_is_sent_says_so_to_whoever_asks_it() {
        Caller command = HALVES.command();
        for (String path : List.of("/initiatives/PG-1/renames", "/corrections", "/boards")) {
            Caller.Reply asked = command.get("office", path);
            assertThat(asked.status() + asked.problem()).as(path).isEqualTo("405method-not-allowed");
            assertThat(asked.header("Allow")).isEqualTo("OPTIONS, POST");
        }
        assertThat(command.get("office", "/initiatives/PG-1/nothing").problem()).isEqualTo("not-found");
    }

    @Test
    void what_a_command_made_is_found_at_its_location() {
        List<Caller.Reply> replies = Council.settled(HALVES.command());
        long last = replies.getLast().position();
        Caller query = HALVES.query();

        for (Caller.Reply reply : replies) {
            String location = reply.header("Location");
            assertThat(location).startsWith("/api/v1/");
            Caller.Reply found = query.getAfter(last, location.substring("/api/v1".length()));
            assertThat(found.status()).as("%s: %s", location, found.text()).isEqualTo(200);
        }
        assertThat(replies)
                .extracting(reply -> reply.header("Location"))
                .contains(
                        "/api/v1/business-cases/BC-1/versions/1",
                        "/api/v1/business-cases/BC-1/decisions/" + Council.DECISION_ON_CASE);
    }
}
