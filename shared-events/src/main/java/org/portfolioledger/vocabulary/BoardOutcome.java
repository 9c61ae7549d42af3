package org.portfolioledger.vocabulary;

/** Outcome of a board's consideration. */
public enum BoardOutcome {
    NOTED,
    ENDORSED,
    APPROVED_IN_PRINCIPLE,
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    DEFERRED,
    REJECTED,
    REFERRED_UP,
    WITHDRAWN;

    /** Whether the board approves, be it in principle or on conditions. */
    public boolean approves() {
        return this == APPROVED_IN_PRINCIPLE || this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }
}
