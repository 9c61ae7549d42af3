package org.portfolioledger.events;

import org.portfolioledger.vocabulary.Statement;

/** Facts about a register: the record of one organisation. Stream {@code register-{id}}. */
public sealed interface RegisterFact extends PortfolioEvent {

    /** The register began. */
    record RegisterOpened(String register, String name, Statement stated) implements RegisterFact, Opening {}

    /** The migration ended: from here on what is recorded is known from the day on which it was recorded. */
    record RegisterWentLive(String register, Statement stated) implements RegisterFact {}
}
