package org.portfolioledger.ledger;

/** Refuses a unit because too many wait already; nothing of it was written, so it may be sent again later. */
public final class LedgerBusy extends RuntimeException {

    LedgerBusy(int waiting) {
        super("%s units wait to be appended: send the command again in a moment".formatted(waiting));
    }
}
