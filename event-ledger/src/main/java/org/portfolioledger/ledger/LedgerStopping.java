package org.portfolioledger.ledger;

/** Refuses a request because this node is stopping; nothing of it was written, so it may be sent again at once elsewhere. */
public final class LedgerStopping extends RuntimeException {

    LedgerStopping() {
        super("This node is stopping and takes no more commands: send the command again with the same key");
    }
}
