package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Outcome.KeyReused;

/** Refuses a command whose key its sender had used for another: send it with a key of its own. */
public final class CommandKeyReused extends RuntimeException {

    private final transient KeyReused first;

    CommandKeyReused(CommandKey command, KeyReused first) {
        super("The key %s of %s belongs to another command, at positions %s to %s: send this one with a key of its own"
                .formatted(command.key(), command.actor(), first.first(), first.last()));
        this.first = first;
    }

    /** Where the other command's facts are. */
    public KeyReused first() {
        return first;
    }
}
