package org.portfolioledger.ledger.subscription;

/** Work that one process at a time does. */
public interface LeaderTask {

    /** Whether this program may do it now; if not, it leaves it to others. */
    boolean isDue();

    /**
     * Does the next piece of it.
     *
     * @return whether there was any
     */
    boolean step();
}
