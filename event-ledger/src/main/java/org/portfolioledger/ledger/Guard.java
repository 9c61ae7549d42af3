package org.portfolioledger.ledger;

import java.util.List;

/**
 * States on what a decision rested: the append refuses the unit if the stream has moved since.
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
        facts = facts.stream().distinct().sorted().toList();
    }
}
