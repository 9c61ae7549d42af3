package org.portfolioledger.command.web;

import java.io.Closeable;
import java.util.Collection;
import java.util.List;
import org.portfolioledger.command.axon.Fork;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.LedgerFork;
import org.portfolioledger.ledger.Outcome;

/**
 * Commands that are decided one upon another on a fork of the ledger, and recorded together or not at all. Until then it
 * writes nothing and locks nothing. For one thread.
 */
final class Draft implements Closeable {

    private final Fork fork;
    private final KnownPeople people;
    private final Commands commands;
    private final GroupAppender appender;

    Draft(Fork fork, KnownPeople people, Commands commands, GroupAppender appender) {
        this.fork = fork;
        this.people = people;
        this.commands = commands;
        this.appender = appender;
    }

    /** Begins drafts. */
    @FunctionalInterface
    interface Drafts {
        Draft begin();
    }

    /** The whole way from a body to a decision; what it records, only its own later commands see. */
    Commands commands() {
        return commands;
    }

    /** Begins anew from the present head of the ledger. */
    void begin() {
        people.forget();
        fork.begin();
    }

    /**
     * Looks up at once what the commands that follow next need: their keys, the streams that they name, and people anew.
     */
    void lookUp(Collection<CommandKey> keys, Collection<String> streams) {
        people.forget();
        fork.ledger().lookUp(keys);
        fork.expect(streams);
    }

    /** Marks how much it has taken. */
    LedgerFork.ForkPoint mark() {
        return fork.ledger().mark();
    }

    /** Gives up what it has taken after a mark. */
    void giveUp(LedgerFork.ForkPoint mark) {
        people.forget();
        fork.giveUp(mark);
    }

    /** Holds what it has taken no longer in memory: it is decided upon, but neither given up nor recorded any more. */
    void settle() {
        fork.ledger().settle();
    }

    @Override
    public void close() {
        fork.ledger().close();
    }

    /** Whether a position is that of a fact which only the draft has. */
    boolean isOwn(long position) {
        return position > fork.ledger().base();
    }

    /** How many commands it has taken since it settled last; one that is in the ledger already is none of them. */
    int size() {
        return fork.ledger().size();
    }

    /**
     * Records what it has taken, in its order, up to the first that is refused since others came first.
     *
     * @return by command that it has taken; the last may be a refusal, and those behind it have none
     */
    List<Outcome> keep() {
        return fork.ledger().continuation().map(appender::append).orElse(List.of());
    }
}
