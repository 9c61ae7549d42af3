package org.portfolioledger.query.accountability;

/** What is of concern in how a role is held on a day. */
enum Concern {
    /** The initiative is open, and nobody holds the role. */
    NO_HOLDER,
    /** The role is held for the time being, and that time is over. */
    ACTING_BEYOND_TERM,
    /** The holder changed as often as asked about, within the months asked about. */
    FREQUENT_CHANGES,
    /** The source has two holders of the role at once. */
    OVERLAP;

    /** As a filter asks for those with any of them. */
    static final String ANY = "ANY";
}
