package org.portfolioledger.query.row;

import java.util.List;
import java.util.Map;

/**
 * What a batch of facts comes to.
 *
 * @param changes of the rows, by stream
 * @param failed the entities that stand still from here on
 */
record FoldResult(Map<Source, RowChanges> changes, List<FoldFailed> failed) {

    /**
     * Whose facts these are.
     *
     * @param firstFact position of the first of them in the batch
     */
    record Source(String stream, String register, long firstFact) {}
}
