package org.portfolioledger.vocabulary;

/** Who assessed. */
public enum Assessor {
    PROJECT,
    SRO,
    PORTFOLIO_OFFICE,
    INDEPENDENT
}
