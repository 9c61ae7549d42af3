package org.portfolioledger.vocabulary;

/** Price basis of an amount. */
public enum PriceBasis {
    NOMINAL,
    /** In the prices of a stated year. */
    REAL,
    /** The source does not say in which prices it is. */
    NOT_STATED
}
