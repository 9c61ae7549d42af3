package org.portfolioledger.query.accountability;

/** What is of concern in how a role of an open initiative is held on a day. */
enum Concern {
    /** Nobody holds the role. */
    NO_HOLDER,
    /** The role is held for the time being, and that time is over. */
    ACTING_BEYOND_TERM,
    /** The holder changed as often as asked about, within the months asked about. */
    FREQUENT_CHANGES,
    /** The source has another holder of the role beside the one who holds it. */
    OVERLAP;

    /** As a filter asks for those with any of them. */
    static final String ANY = "ANY";
}
