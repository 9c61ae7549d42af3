package org.portfolioledger.command.register;

import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a register. */
public sealed interface RegisterCommand extends Command {

    @Override
    String register();

    @Override
    default String stream() {
        return Kinds.REGISTER.stream(register());
    }

    /** Begins the record of one organisation. */
    record OpenRegister(String register, String name, Provenance provenance) implements RegisterCommand {}

    /** Ends its migration, for ever. */
    record GoLive(String register, Provenance provenance) implements RegisterCommand {}
}
