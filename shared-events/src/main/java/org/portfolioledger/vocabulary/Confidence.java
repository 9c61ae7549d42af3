package org.portfolioledger.vocabulary;

/** How sure a figure is. */
public enum Confidence {
    APPROXIMATE,
    VALIDATED,
    APPROVED,
    /** The source does not say how sure it is. */
    NOT_STATED
}
