package org.portfolioledger.vocabulary;

/** Importance of a dependency. */
public enum Importance {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    NOT_STATED
}
