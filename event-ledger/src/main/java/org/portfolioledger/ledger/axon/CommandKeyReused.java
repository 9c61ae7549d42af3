package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.CommandKey;

/** Refuses a command whose key its sender had used for another: send it with a key of its own. */
public final class CommandKeyReused extends RuntimeException {

    CommandKeyReused(CommandKey command) {
        super("The key %s of %s belongs to another command: send this one with a key of its own"
                .formatted(command.key(), command.actor()));
    }
}
