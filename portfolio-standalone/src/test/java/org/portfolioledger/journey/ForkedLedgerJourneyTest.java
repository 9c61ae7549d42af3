package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.proof.SignedNote;
import org.portfolioledger.ledger.proof.TreeHead;
import tools.jackson.databind.JsonNode;

/** A ledger is restored from before what was signed, and an operator finds out, records it, and lets it go on. */
class ForkedLedgerJourneyTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_ledger_that_lost_what_was_signed_takes_nothing_until_an_operator_has_recorded_that() {
        String[] settings = SignedLog.settings(folder);
        LedgerDatabase backup;
        TreeHead lost;
        try (Halves halves = Halves.fresh()) {
            Caller query = halves.query(settings);
            Caller command = halves.command();
            long before = command.post("office", "/registers", Bodies.register("ACME"))
                    .position();
            SignedLog.awaitSignedUpTo(query, before);
            halves.stop();
            backup = halves.database().copy();

            command = halves.command();
            query = halves.query(settings);
            long after = recorded(command, "LOST");
            SignedLog.awaitSignedUpTo(query, after);
            lost = TreeHead.parse(
                    SignedNote.parse(query.get("reader", "/ledger/checkpoint").text())
                            .text());
        }

        try (Halves restored = Halves.on(backup)) {
            Caller command = restored.command();
            Reply early = command.post("office", "/registers", Bodies.register("EARLY"));
            assertThat(early.problem()).isEqualTo("ledger-not-confirmed");
            assertThat(early.status()).isEqualTo(503);
            assertThat(early.header("Retry-After")).isNotEmpty();

            Caller query = restored.query(settings);
            JsonNode log = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> query.get("operator", "/audit/log").json(),
                            told -> told.path("sealing").asString().equals("FORKED"));
            assertThat(log.at("/signed/size").asLong()).isEqualTo(lost.size());
            assertThat(log.path("why").asString()).contains("restored from before");
            assertThat(command.post("office", "/registers", Bodies.register("EARLY"))
                            .problem())
                    .isEqualTo("ledger-not-confirmed");

            String fork = """
                    {"origin": "%s", "size": %s, "root": "%s", "note": "Restored from the last backup"}""".formatted(
                            log.at("/signed/origin").asString(),
                            log.at("/signed/size").asLong(),
                            log.at("/signed/root").asString());
            assertThat(command.post("office", "/registers/ACME/ledger-forks", fork)
                            .status())
                    .isEqualTo(403);
            Reply recorded = command.post("operator", "/registers/ACME/ledger-forks", fork);
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
            assertThat(command.post("office", "/registers", Bodies.register("EARLY"))
                            .problem())
                    .isEqualTo("ledger-not-confirmed");

            restored.end(query);
            settings[0] = "portfolio-ledger.proof.origin=ledger.example/acme-2";
            Caller next = restored.query(settings);
            SignedLog.awaitSignedUpTo(next, recorded.position());
            assertThat(recorded(command, "LATER")).isGreaterThan(recorded.position());
            assertThat(TreeHead.parse(SignedNote.parse(next.get("reader", "/ledger/checkpoint")
                                            .text())
                                    .text())
                            .origin())
                    .isEqualTo("ledger.example/acme-2");
            JsonNode register =
                    next.getAfter(recorded.position(), "/registers/ACME").json();
            assertThat(register.at("/forks/0/value/size").asLong()).isEqualTo(lost.size());
            assertThat(register.at("/forks/0/value/origin").asString()).isEqualTo(SignedLog.ORIGIN);
        }
    }

    /** As a client records that is told to try again in a moment. */
    private static long recorded(Caller command, String register) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> command.post("office", "/registers", Bodies.register(register)),
                        reply -> reply.status() == 201)
                .position();
    }
}
