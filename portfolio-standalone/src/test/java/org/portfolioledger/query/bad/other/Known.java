package org.portfolioledger.query.bad.other;

/** Of one family. */
public record Known(String id) {}
