package org.portfolioledger.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts for the tests of proofs, and those who alter them. */
public final class ProofUnits {

    private ProofUnits() {}

    /** Appends so many facts, each of a stream of its own, no two alike. */
    public static void append(Ledger ledger, int many) {
        List<AppendRequest> requests = new ArrayList<>();
        for (int i = 0; i < many; i++) requests.add(Units.unit("MPS", Units.event("case-" + UUID.randomUUID(), 0)));
        ledger.append(requests);
    }

    /** Appends so many facts of some streams in turn, two registers in turn; a stream is of one register. */
    public static void appendInTurn(Ledger ledger, int many, int streams) {
        List<AppendRequest> requests = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int stream = i % streams;
            requests.add(Units.unit(stream % 2 == 0 ? "MPS" : "ACME", Units.event("case-" + stream, i / streams)));
        }
        ledger.append(requests);
    }

    /** Puts on record that the log of a head has forked. */
    public static void appendFork(Ledger ledger, String origin, long size, String root) {
        byte[] payload = "{\"register\":\"MPS\",\"origin\":\"%s\",\"size\":%s,\"root\":\"%s\"}"
                .formatted(origin, size, root)
                .getBytes(StandardCharsets.UTF_8);
        NewEvent event = Units.event("register-" + UUID.randomUUID(), 0);
        ledger.append(List.of(Units.unit(
                "MPS",
                new NewEvent(
                        event.eventId(),
                        event.stream(),
                        0,
                        "ledger-forked",
                        1,
                        payload,
                        event.metadata(),
                        event.effectiveOn(),
                        List.of()))));
    }

    /** What a superuser can do who takes the trigger off and puts it back. */
    public static void tamper(LedgerDatabase database, String statement) {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("alter table ledger.event disable trigger append_only").update();
        owner.sql(statement).update();
        owner.sql("alter table ledger.event enable always trigger append_only").update();
    }
}
