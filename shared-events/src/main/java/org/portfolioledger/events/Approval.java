package org.portfolioledger.events;

/**
 * A fact with which people approve something, or give authority: a board's limit, remit, membership and quorum, an
 * appointment, a policy, a delegation. No agent records, replaces or retracts one (rule 22).
 */
public interface Approval {

    /** Whether it approves: a decision may as well defer or reject. */
    default boolean approves() {
        return true;
    }
}
