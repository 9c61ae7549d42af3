package org.portfolioledger.ledger.subscription;

import java.util.List;
import org.portfolioledger.ledger.LedgerDamaged;
import org.portfolioledger.ledger.StoredEvent;

/**
 * Turns facts into changes of what a subscriber keeps; it writes nothing. One thread at a time.
 *
 * @param <C> the changes that the facts of one stream make within a batch
 */
public interface FactHandler<C> {

    /**
     * Reads at once what it needs of the ledger to handle the facts that follow, so that it need not for each of them. What
     * it cannot read of one entity it leaves to {@link #handle}.
     */
    default void expect(List<StoredEvent> next) {}

    /** No changes yet. */
    C begin();

    /**
     * Adds what a fact changes. Whatever this throws blocks the entity of the fact, and no other; a {@link LedgerDamaged} and
     * faults of a database are no fault of the entity and are passed on.
     */
    void handle(StoredEvent fact, C changes);

    /** Forgets what it remembers of a stream: facts of it were passed over, or handled elsewhere. */
    void forget(String stream);

    /** Forgets all that it remembers. */
    void forget();
}
