package org.portfolioledger.events;

import org.portfolioledger.vocabulary.Provenance;

/** Facts about a register: the record of one organisation. Stream {@code register-{id}}. */
public sealed interface RegisterFact extends GovernanceFact {

    /** The register began. */
    record RegisterOpened(String register, String name, Provenance provenance) implements RegisterFact, Opening {}

    /** The migration ended: facts recorded from now on are known from the moment of recording. */
    record RegisterWentLive(String register, Provenance provenance) implements RegisterFact {}
}
