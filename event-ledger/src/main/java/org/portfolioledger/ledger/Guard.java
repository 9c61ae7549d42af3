package org.portfolioledger.ledger;

import java.util.List;

/**
 * States on what a decision rested: the append refuses the request if the stream has moved since. Other event stores call
 * the same an expected version.
 *
 * @param stream the stream that was read
 * @param lastSequence the last sequence that was read; {@value #EMPTY} if the stream was empty
 * @param facts positions of the facts on which the decision rested
 */
public record Guard(String stream, long lastSequence, List<Long> facts) {

    /** The last sequence of a stream that holds nothing. */
    public static final long EMPTY = -1;

    public Guard {
        PostgresText.require("stream", stream);
        if (lastSequence < EMPTY) {
            throw new IllegalArgumentException("lastSequence is below " + EMPTY + ": " + lastSequence);
        }
        if (facts.stream().anyMatch(position -> position < 1)) {
            throw new IllegalArgumentException("positions begin at 1: " + facts);
        }
        facts = facts.stream().distinct().sorted().toList();
    }
}
