package org.portfolioledger.ledger;

import java.util.List;

/**
 * What was decided on a {@link LedgerFork}, each request upon those before it. The ledger may have gone on meanwhile; the
 * requests are appended where it stands, up to the first that is refused.
 *
 * @param forkedAt the position at which the fork began: positions beyond it, in the bases, are those of the requests' own
 *     events, and are stored as they come to stand
 * @param requests in the order in which they were decided
 */
public record Continuation(long forkedAt, List<AppendRequest> requests) {

    public Continuation {
        requests = List.copyOf(requests);
        if (forkedAt < 0 || requests.isEmpty()) {
            throw new IllegalArgumentException("a continuation begins at a position from 0 and has requests");
        }
    }
}
