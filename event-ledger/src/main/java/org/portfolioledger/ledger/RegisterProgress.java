package org.portfolioledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A register: it migrates or is live.
 *
 * @param livePosition first position since it is live: of its first request if that had no knownAt, else of the one that
 *     went live; null while it migrates
 */
public record RegisterProgress(
        String name,
        Instant lastKnownAt,
        long lastPosition,
        @Nullable Long livePosition) {

    /** Whether its migration is over for ever. */
    public boolean live() {
        return livePosition != null;
    }
}
