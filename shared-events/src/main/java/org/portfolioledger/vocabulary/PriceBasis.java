package org.portfolioledger.vocabulary;

/** Price basis of an amount. */
public enum PriceBasis {
    NOMINAL,
    /** In the prices of a stated year. */
    REAL
}
