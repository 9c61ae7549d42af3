package org.portfolioledger.ledger;

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

    /** What a superuser can do who takes the trigger off and puts it back. */
    public static void tamper(LedgerDatabase database, String statement) {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("alter table ledger.event disable trigger append_only").update();
        owner.sql(statement).update();
        owner.sql("alter table ledger.event enable always trigger append_only").update();
    }
}
