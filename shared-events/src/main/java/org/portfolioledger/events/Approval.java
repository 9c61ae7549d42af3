package org.portfolioledger.events;

/** A fact with which people approve something. No agent records, replaces or retracts one (rule 22). */
public interface Approval {

    /** Whether it approves: a decision may as well defer or reject. */
    default boolean approves() {
        return true;
    }
}
