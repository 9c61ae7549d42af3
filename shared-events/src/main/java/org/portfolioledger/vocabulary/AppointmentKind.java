package org.portfolioledger.vocabulary;

/** How a role is held. */
public enum AppointmentKind {
    SUBSTANTIVE,
    ACTING,
    INTERIM,
    /** Nobody holds the role, and that is on record. */
    VACANT
}
