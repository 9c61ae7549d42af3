package org.portfolioledger.ledger;

/** Takes what one command appends: to the ledger itself, or to a {@link LedgerFork} of it. */
public interface Appender {

    /** Appends the request, and returns what became of it once that is certain. */
    Outcome append(AppendRequest request);
}
