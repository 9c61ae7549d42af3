package org.portfolioledger.command.axon;

import java.util.Collection;
import java.util.function.Consumer;
import org.portfolioledger.ledger.LedgerFork;

/** A fork of the ledger with a processor that decides on it. For one thread. */
public final class Fork {

    private final LedgerFork ledger;
    private final CommandProcessor processor;
    private final Runnable forget;
    private final Consumer<Collection<String>> expect;

    Fork(LedgerFork ledger, CommandProcessor processor, Runnable forget, Consumer<Collection<String>> expect) {
        this.ledger = ledger;
        this.processor = processor;
        this.forget = forget;
        this.expect = expect;
    }

    public LedgerFork ledger() {
        return ledger;
    }

    public CommandProcessor processor() {
        return processor;
    }

    /** Reads at once the streams on which is decided next, so that none is read alone. */
    public void expect(Collection<String> streams) {
        expect.accept(streams);
    }

    /** Gives up everything that was decided on it after a mark of its ledger. */
    public void giveUp(LedgerFork.ForkPoint mark) {
        ledger.giveUp(mark);
        forget.run();
    }

    /** Begins anew from the present head of the ledger. */
    public void begin() {
        ledger.begin();
        forget.run();
    }
}
