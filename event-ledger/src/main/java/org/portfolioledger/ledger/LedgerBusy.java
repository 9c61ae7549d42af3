package org.portfolioledger.ledger;

import java.time.Duration;

/** Refuses a request that would have to wait too long; nothing of it was written, so it may be sent again later. */
public final class LedgerBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unconfirmed;

    private LedgerBusy(String message, boolean unconfirmed) {
        super(message);
        this.unconfirmed = unconfirmed;
    }

    /** Whether it waits for somebody to find that the ledger holds what was signed of it last. */
    public boolean isUnconfirmed() {
        return unconfirmed;
    }

    static LedgerBusy notConfirmed() {
        return new LedgerBusy(
                "Since its server started, the ledger was not found to hold what was signed of it last: send the command again"
                        + " in a moment",
                true);
    }

    static LedgerBusy queueOf(int waiting) {
        return new LedgerBusy(
                "%s commands wait for the ledger: send the command again in a moment".formatted(waiting), false);
    }

    static LedgerBusy headNotHadWithin(Duration timeout) {
        return new LedgerBusy(
                "The ledger's head is held by another transaction and was not free within %s: send the command again in a moment"
                        .formatted(timeout),
                false);
    }
}
