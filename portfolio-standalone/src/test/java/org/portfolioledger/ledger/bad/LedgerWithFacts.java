package org.portfolioledger.ledger.bad;

import org.portfolioledger.events.GovernanceFact;

/** A ledger that knows portfolios. */
public record LedgerWithFacts(GovernanceFact fact) {}
