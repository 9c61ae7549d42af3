package org.portfolioledger.state.bad;

/** Shown to all, needed by none. */
public record PublicForNobody(String name) {}
