package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Outcome.Repeated;

/** Stops a command that has been appended before: answer it with its first result. */
public final class CommandRepeated extends RuntimeException {

    private final transient Repeated first;

    CommandRepeated(CommandKey command, Repeated first) {
        super("The command %s of %s was appended before, at positions %s to %s"
                .formatted(command.key(), command.actor(), first.first(), first.last()));
        this.first = first;
    }

    /** Where its facts are. */
    public Repeated first() {
        return first;
    }
}
