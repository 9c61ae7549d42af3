package org.portfolioledger.command;

import org.portfolioledger.events.GovernanceFact;

/**
 * A fact that is decided and not yet recorded.
 *
 * @param stream to which it will belong
 */
public record StreamFact(String stream, GovernanceFact fact) {}
