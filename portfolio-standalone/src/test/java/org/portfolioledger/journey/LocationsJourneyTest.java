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
