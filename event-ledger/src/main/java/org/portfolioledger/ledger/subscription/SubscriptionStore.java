package org.portfolioledger.ledger.subscription;

import java.util.Optional;

/** Keeps what a subscription has written, its position and its blocked entities; they change together or not at all. */
public interface SubscriptionStore<C> {

    /** How far it has come; empty if nothing is to be followed now. */
    Optional<Checkpoint> checkpoint();

    /**
     * Writes the changes of a batch and moves the position, if it is still where it was and what was blocked there is
     * blocked yet.
     *
     * @return whether it did
     */
    boolean move(Checkpoint from, long to, Batch<C> batch);

    /**
     * Writes what a blocked entity missed and unblocks it, if the position is still where it was. If the changes cannot be
     * written it stays blocked for that reason.
     */
    void recover(Checkpoint at, BlockedEntity blocked, C missed);

    /** Notes that another attempt has failed too. */
    void failsAgain(Checkpoint at, BlockedEntity blocked, EntityFailure failure);
}
