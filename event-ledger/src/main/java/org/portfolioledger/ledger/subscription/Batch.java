package org.portfolioledger.ledger.subscription;

import java.util.List;
import java.util.Map;

/**
 * What a batch of facts changes.
 *
 * @param changes by the stream that they come from
 * @param failed the entities that are blocked from here on
 */
public record Batch<C>(Map<Source, C> changes, List<EntityFailure> failed) {

    /**
     * Whose facts these are.
     *
     * @param firstFact position of the first of them in the batch
     */
    public record Source(String stream, String register, long firstFact) {}
}
