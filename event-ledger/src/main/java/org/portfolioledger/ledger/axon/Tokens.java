package org.portfolioledger.ledger.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Turns positions into Axon's tokens: a token is the last position that was seen. */
final class Tokens {

    private Tokens() {}

    /** Null before the first fact, as Axon wants it. */
    static @Nullable TrackingToken at(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    static long position(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken seen -> seen.getGlobalIndex();
            case TrackingToken other ->
                throw new IllegalArgumentException("The ledger did not make this token: " + other);
        };
    }
}
