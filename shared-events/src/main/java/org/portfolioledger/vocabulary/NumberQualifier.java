package org.portfolioledger.vocabulary;

/** How a stated number is meant where it is not exact, as in "more than 800". */
public enum NumberQualifier {
    ABOUT,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN
}
