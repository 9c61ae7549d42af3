package org.portfolioledger.query.row;

import org.portfolioledger.ledger.subscription.FailureReason;

/** A generation of rows must not go live. */
final class RebuildStopped extends RuntimeException implements FailureReason.Worded {

    private static final long serialVersionUID = 1L;

    RebuildStopped(String message) {
        super(message);
    }
}
