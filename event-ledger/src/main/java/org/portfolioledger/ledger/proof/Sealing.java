package org.portfolioledger.ledger.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sealer found when it looked last.
 *
 * @param signed size of the largest head that was signed; 0: none
 * @param at when it looked; null: not yet
 * @param detail what an operator must know; null: nothing
 */
public record Sealing(
        State state,
        long signed,
        @Nullable Instant at,
        @Nullable String detail) {

    /** What becomes of the heads of the tree. */
    public enum State {
        /** Each is signed soon. */
        SEALED,
        /** Not yet: the tree has not come to the head that was signed last, or the store of heads does not answer. */
        WAITING,
        /** Never again: the ledger does not hold what was signed. */
        FORKED
    }

    static Sealing unknown() {
        return new Sealing(State.WAITING, 0, null, null);
    }
}
