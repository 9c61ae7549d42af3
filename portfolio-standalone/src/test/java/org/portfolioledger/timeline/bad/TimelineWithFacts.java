package org.portfolioledger.timeline.bad;

import org.portfolioledger.events.PortfolioEvent;

/** A timeline that knows what it orders. */
public record TimelineWithFacts(PortfolioEvent fact) {}
