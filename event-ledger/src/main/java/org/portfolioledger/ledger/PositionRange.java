package org.portfolioledger.ledger;

/** The positions of one command's events, which follow one another: both ends are included. */
public record PositionRange(long first, long last) {}
