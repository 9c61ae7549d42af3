package org.portfolioledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a request to append. */
public sealed interface Outcome {

    /** Its events are in the ledger, from position {@code first} to {@code last}. */
    record Appended(long first, long last, Instant recordedAt, Instant knownAt) implements Outcome {}

    /** It has no events; its command is stored, so that a repetition has no effect either. */
    record NoEvents() implements Outcome {}

    /**
     * The same command, with the same fingerprint, was stored before.
     *
     * @param positions of its events; null if it has none
     */
    record Repeated(@Nullable PositionRange positions) implements Outcome {}

    /** The same actor used the key for another request before. */
    record KeyReused() implements Outcome {}

    /**
     * A stream that it continues, or on which it rests, has moved.
     *
     * @param expected last sequence on which the request rests; -1: an empty stream
     * @param actual last sequence of the stream; -1: it is empty
     */
    record Conflict(String stream, long expected, long actual) implements Outcome {}

    /**
     * Its register does not take the knownAt of the request, or needs one.
     *
     * @param lastKnownAt the register's last; null if it has none
     */
    record KnownAtRefused(Reason reason, @Nullable Instant lastKnownAt) implements Outcome {

        /** Why. */
        public enum Reason {
            /** The register is live: its events are known from when they are recorded. */
            REGISTER_IS_LIVE,
            /** The register migrates, and the request has no knownAt and does not go live. */
            REGISTER_MIGRATES,
            /** It is earlier than the register's last. */
            GOES_BACK,
            /** It is not earlier than the moment of recording. */
            IN_THE_FUTURE
        }
    }
}
