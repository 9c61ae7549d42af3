package org.portfolioledger.query.row;

import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FailureReason;

/** A fact on record that this release cannot read. */
final class UnfoldableFact extends RuntimeException implements FailureReason.Worded {

    private static final long serialVersionUID = 1L;

    UnfoldableFact(String message) {
        super(message);
    }

    UnfoldableFact(StoredEvent fact, Throwable cause) {
        super("this release cannot read the fact %s, revision %s".formatted(fact.type(), fact.revision()), cause);
    }
}
