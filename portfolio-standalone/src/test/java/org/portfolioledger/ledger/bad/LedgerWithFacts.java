package org.portfolioledger.ledger.bad;

import org.portfolioledger.events.PortfolioEvent;

/** A ledger that knows portfolios. */
public record LedgerWithFacts(PortfolioEvent fact) {}
