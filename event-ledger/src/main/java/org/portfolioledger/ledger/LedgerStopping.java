package org.portfolioledger.ledger;

/** Refuses a unit because this node is stopping; nothing of it was written, so it may be sent again at once elsewhere. */
public final class LedgerStopping extends RuntimeException {

    LedgerStopping() {
        super("This node is stopping and takes no more units: send the command again with the same key");
    }
}
