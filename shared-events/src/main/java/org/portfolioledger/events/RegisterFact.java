package org.portfolioledger.events;

import org.portfolioledger.vocabulary.Provenance;

/** Facts about a register: the record of one organisation. Stream {@code register-{id}}. */
public sealed interface RegisterFact extends GovernanceFact {

    /** The register began. */
    record RegisterOpened(String register, String name, Provenance provenance) implements RegisterFact, Opening {}

    /** The migration ended: from here on what is recorded is known from the day on which it was recorded. */
    record RegisterWentLive(String register, Provenance provenance) implements RegisterFact {}
}
