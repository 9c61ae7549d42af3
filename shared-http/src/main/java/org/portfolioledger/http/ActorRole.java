package org.portfolioledger.http;

/** What a user is to the system. */
public enum ActorRole {
    PORTFOLIO_OFFICE(true),
    SRO(true),
    BOARD_SECRETARY(true),
    /** Imports the history of a migrating register; the only one that may state {@code knownAt}. */
    MIGRATOR(true),
    /** Looks after the rows from which is answered, and can change nothing that is on record. */
    OPERATOR(false),
    ASSURANCE(false),
    READER(false);

    private final boolean writes;

    ActorRole(boolean writes) {
        this.writes = writes;
    }

    /** Whether it may send commands. */
    public boolean writes() {
        return writes;
    }
}
