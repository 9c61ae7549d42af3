package org.portfolioledger.command.axon;

import org.portfolioledger.ledger.LedgerFork;

/** A fork of the ledger with a processor that decides on it. For one thread. */
public final class Fork {

    private final LedgerFork ledger;
    private final CommandProcessor processor;
    private final Runnable forget;

    Fork(LedgerFork ledger, CommandProcessor processor, Runnable forget) {
        this.ledger = ledger;
        this.processor = processor;
        this.forget = forget;
    }

    public LedgerFork ledger() {
        return ledger;
    }

    public CommandProcessor processor() {
        return processor;
    }

    /** Begins anew from the present head of the ledger. */
    public void begin() {
        ledger.begin();
        forget.run();
    }
}
