package org.portfolioledger.vocabulary;

/** Tier of an initiative: the Government Major Projects Portfolio, the department's, another, or local. */
public enum Tier {
    GMPP,
    DMP,
    OTHER,
    LOCAL
}
