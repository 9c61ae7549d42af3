package org.portfolioledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a unit. */
public sealed interface Outcome {

    /** It is in the ledger, from position {@code first} to {@code last}. */
    record Appended(long first, long last, Instant recordedAt, Instant knownAt) implements Outcome {}

    /** The same command, with the same fingerprint, had been appended before. */
    record Repeated(long first, long last) implements Outcome {}

    /** The key had been used by the same actor for another request. */
    record KeyReused(long first, long last) implements Outcome {}

    /**
     * A stream that it continues, or on which it rests, has moved.
     *
     * @param expected last sequence on which the unit rests; -1: an empty stream
     * @param actual last sequence of the stream; -1: it is empty
     */
    record Conflict(String stream, long expected, long actual) implements Outcome {}

    /**
     * Its register does not take the knownAt that it states.
     *
     * @param lastKnownAt the register's last; null if it has none
     */
    record KnownAtRefused(Reason reason, @Nullable Instant lastKnownAt) implements Outcome {

        /** Why a stated knownAt is refused. */
        public enum Reason {
            /** The register no longer migrates: what it learns is known from when it is recorded. */
            REGISTER_IS_LIVE,
            /** It is earlier than the register's last. */
            GOES_BACK,
            /** It is later than the moment of recording. */
            IN_THE_FUTURE
        }
    }
}
