package org.portfolioledger.vocabulary;

/** Side of a dependency. */
public enum DependencySide {
    /** Delivers what is needed. */
    GIVER,
    /** Needs it. */
    RECEIVER
}
