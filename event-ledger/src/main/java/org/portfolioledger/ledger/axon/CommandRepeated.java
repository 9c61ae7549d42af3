package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.CommandKey;

/** Stops a command that the ledger has stored before: answer it with its first result. */
public final class CommandRepeated extends RuntimeException {

    CommandRepeated(CommandKey command) {
        super("The ledger has stored the command %s of %s before".formatted(command.key(), command.actor()));
    }
}
