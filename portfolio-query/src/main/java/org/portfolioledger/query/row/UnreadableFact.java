package org.portfolioledger.query.row;

import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FailureReason;

/** A fact on record that this release cannot read. */
final class UnreadableFact extends RuntimeException implements FailureReason.Worded {

    private static final long serialVersionUID = 1L;

    UnreadableFact(String message) {
        super(message);
    }

    UnreadableFact(StoredEvent fact, Throwable cause) {
        super("this release cannot read the fact %s, revision %s".formatted(fact.type(), fact.revision()), cause);
    }
}
