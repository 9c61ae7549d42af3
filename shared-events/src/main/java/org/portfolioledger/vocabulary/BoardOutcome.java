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

    /** Whether the case may go on to the next board. */
    public boolean isInFavour() {
        return approves() || this == NOTED || this == ENDORSED || this == REFERRED_UP;
    }

    /** Whether the case goes no further unless it is submitted anew. */
    public boolean ends() {
        return this == REJECTED || this == WITHDRAWN;
    }
}
