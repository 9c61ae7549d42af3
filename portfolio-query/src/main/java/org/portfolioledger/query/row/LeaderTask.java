package org.portfolioledger.query.row;

/** Work on the rows that one process at a time does. */
interface LeaderTask {

    /** Whether this program may do it now; if not, it leaves it to others. */
    boolean isDue();

    /**
     * Does the next piece of it.
     *
     * @return whether there was any
     */
    boolean step();
}
