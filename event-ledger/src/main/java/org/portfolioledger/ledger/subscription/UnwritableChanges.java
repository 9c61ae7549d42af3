package org.portfolioledger.ledger.subscription;

/** What is kept of an entity is not what its facts made it, so its changes cannot be written; the entity is blocked. */
public class UnwritableChanges extends RuntimeException implements FailureReason.Worded {

    private static final long serialVersionUID = 1L;

    public UnwritableChanges(String message) {
        super(message);
    }
}
