package org.portfolioledger.ledger;

/**
 * States what was read for a decision: the append refuses the request if the stream has moved since. Other event stores
 * call the same an expected version.
 *
 * @param stream the stream that was read
 * @param lastSequence the last sequence that was read; {@value #EMPTY} if the stream was empty
 */
public record Guard(String stream, long lastSequence) {

    /** The last sequence of a stream that holds nothing. */
    public static final long EMPTY = -1;

    public Guard {
        PostgresText.require("stream", stream);
        if (lastSequence < EMPTY) {
            throw new IllegalArgumentException("lastSequence is below " + EMPTY + ": " + lastSequence);
        }
    }
}
