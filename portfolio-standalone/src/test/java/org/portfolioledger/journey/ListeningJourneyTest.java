package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What one process records is seen by another as soon as it is told of it, not when it next happens to look. */
class ListeningJourneyTest {

    private static final int COMMANDS = 20;
    private static final Duration POLL = Duration.ofSeconds(60);

    /** Who polls sees a fact right after a poll, and the next one not before the next poll: two in this time are none. */
    private static final Duration NEVER_BY_POLLING = POLL.dividedBy(3);

    private static final Halves HALVES = Halves.fresh();

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_command_on_one_process_is_visible_on_another_within_a_second_though_that_polls_once_a_minute() {
        Caller command = HALVES.command();
        command.post("office", "/registers", Bodies.register("ACME"));
        command.post("office", "/portfolios", Bodies.portfolio("PF", "ACME"));
        command.post("office", "/initiatives", Bodies.initiative("PG", "Homes", "PF"));
        Caller query = HALVES.queryApart(List.of(), "portfolio-ledger.query.poll=" + POLL.toSeconds() + "s");
        await().atMost(POLL).until(() -> name(query).equals("Homes"));

        List<Long> millis = new ArrayList<>();
        for (int number = 1; number <= COMMANDS; number++) {
            String name = "Homes " + number;
            assertThat(command.post("office", "/initiatives/PG/renames", Bodies.rename(name, "2020-07-01"))
                            .status())
                    .isEqualTo(201);
            long began = System.nanoTime();
            await().atMost(NEVER_BY_POLLING)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> name(query).equals(name));
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.println(
                "visible in another process after " + sorted + " ms, polling every " + POLL.toSeconds() + " s");
        assertThat(sorted.get(COMMANDS / 2)).as("median of %s ms", sorted).isLessThanOrEqualTo(1_000);
    }

    private static String name(Caller query) {
        return query.get("reader", "/initiatives/PG").json().at("/name/value").asString("");
    }
}
