package org.portfolioledger.timeline.bad;

import org.portfolioledger.events.GovernanceFact;

/** A timeline that knows what it orders. */
public record TimelineWithFacts(GovernanceFact fact) {}
