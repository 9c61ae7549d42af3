package org.portfolioledger.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A command that the ledger stores for ever.
 *
 * @param positions of its events; null if it has none, because it would have changed nothing when it was decided
 */
public record StoredCommand(
        CommandKey command,
        String fingerprint,
        String register,
        @Nullable PositionRange positions) {

    /** Whether it has no events: a repetition has no effect either. */
    public boolean isEmpty() {
        return positions == null;
    }
}
