package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;

/** Nothing is decided on the ground of a fact that this release cannot read, and the caller is told so. */
class UnreadableFactJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static long unreadable;

    @BeforeAll
    static void a_later_release_recorded_something() {
        command = HALVES.command();
        command.post("office", "/registers", Bodies.register("ACME"));
        command.post("office", "/portfolios", Bodies.portfolio("PF", "ACME"));
        command.post("office", "/initiatives", Bodies.initiative("PG-A", "Alpha", "PF"));
        command.post("office", "/initiatives", Bodies.initiative("PG-B", "Beta", "PF"));
        byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
        LocalDate day = LocalDate.of(2020, 2, 1);
        NewEvent fact =
                new NewEvent(UUID.randomUUID(), "initiative-PG-A", 1, "initiative-teleported", 1, empty, empty, day);
        AppendRequest unit =
                new AppendRequest(new CommandKey("p-office", "later"), "f", "ACME", null, List.of(fact), List.of());
        Outcome outcome =
                new Ledger(HALVES.database().appender()).append(List.of(unit)).getFirst();
        unreadable = ((Outcome.Appended) outcome).last();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /initiatives/PG-A/renames | {"name": "New", "effectiveOn": "2020-03-01"}
            /initiatives/PG-A/closures | {"effectiveOn": "2020-03-01", "reason": "Done"}
            /initiatives | {"id": "PJ-1", "register": "ACME", "level": "PROJECT", "name": "Child", "placement": {"parent": "PG-A"}, "effectiveOn": "2020-03-01"}
            /corrections | {"fact": 3, "reason": "Wrong", "replacement": {"name": "Other"}}
            /corrections | {"fact": <unreadable>, "reason": "Wrong"}
            """)
    void what_would_rest_on_it_is_refused(String path, String body) {
        long before = new Ledger(HALVES.database().appender()).head().position();
        Caller.Reply reply = command.post("office", path, body.replace("<unreadable>", Long.toString(unreadable)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("unreadable-fact");
        assertThat(reply.text()).contains("initiative-teleported");
        assertThat(new Ledger(HALVES.database().appender()).head().position()).isEqualTo(before);
    }

    @Test
    void everything_else_goes_on() {
        assertThat(command.post("office", "/initiatives/PG-B/renames", Bodies.rename("Better", "2020-03-01"))
                        .status())
                .isEqualTo(201);
    }
}
