package org.portfolioledger.ledger.subscription;

import org.portfolioledger.ledger.StoredEvent;

/**
 * A fact could not be handled, or its changes not be written: its entity is blocked before it.
 *
 * @param fact position of the fact
 * @param reason a text of ours, as {@link FailureReason} makes it
 */
public record EntityFailure(String stream, String register, long fact, String reason) {

    static EntityFailure of(StoredEvent fact, Throwable cause) {
        return new EntityFailure(fact.stream(), fact.register(), fact.position(), FailureReason.of(cause));
    }

    static EntityFailure of(Batch.Source source, Throwable cause) {
        return new EntityFailure(source.stream(), source.register(), source.firstFact(), FailureReason.of(cause));
    }
}
