package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/** What somebody wants to put on record. Implemented by one sealed family of records for each kind of entity. */
public interface Command {

    /** Name of the stream that decides. */
    String stream();

    /** When it is to hold, and who says so. */
    Provenance provenance();

    /** The register in which a new stream begins; null for a command on what is there already. */
    default @Nullable String register() {
        return null;
    }

    /** The stream from which the register is taken where the command names none. */
    default String registeredWith() {
        return stream();
    }
}
