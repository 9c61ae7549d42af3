package org.portfolioledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a register has come.
 *
 * @param livePosition first position of its first unit without a stated knownAt; null while it migrates
 */
public record RegisterState(
        String name,
        Instant lastKnownAt,
        long lastPosition,
        @Nullable Long livePosition) {

    /** Whether its migration is over for ever. */
    public boolean live() {
        return livePosition != null;
    }
}
