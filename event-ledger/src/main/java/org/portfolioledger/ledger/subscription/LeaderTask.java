package org.portfolioledger.ledger.subscription;

/** Work that one process at a time does. */
public interface LeaderTask {

    /** Whether this program may do it now; if not, it leaves it to others. */
    boolean isDue();

    /** Does the next piece of it, if it is due yet. */
    Turn turn();

    /** What came of a turn. */
    enum Turn {
        /** This program may not do it now. */
        NOT_DUE,
        /** There was nothing to do. */
        IDLE,
        /** It did all that there was; it is woken when there is more. */
        LAST,
        /** There may be more. */
        ONE_OF_MANY
    }
}
