package org.portfolioledger.vocabulary;

/** How sure a figure is. */
public enum Confidence {
    APPROXIMATE,
    VALIDATED,
    APPROVED
}
