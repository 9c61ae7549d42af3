package org.portfolioledger.ledger;

import java.time.Duration;

/** Refuses a request that would have to wait too long; nothing of it was written, so it may be sent again later. */
public final class LedgerBusy extends RuntimeException {

    private LedgerBusy(String message) {
        super(message);
    }

    static LedgerBusy queueOf(int waiting) {
        return new LedgerBusy("%s commands wait for the ledger: send the command again in a moment".formatted(waiting));
    }

    static LedgerBusy headNotHadWithin(Duration timeout) {
        return new LedgerBusy(
                "The ledger's head is held by another transaction and was not free within %s: send the command again in a moment"
                        .formatted(timeout));
    }
}
