package org.portfolioledger.ledger.axon;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.StoredEvent;

/** Walks the one order of facts page by page; at the end it looks again whenever it is asked. */
final class FactWalk implements Iterator<StoredEvent> {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final Queue<StoredEvent> page = new ArrayDeque<>();
    private long position;

    /** Starts after the position. */
    FactWalk(LedgerReader ledger, long position) {
        this.ledger = ledger;
        this.position = position;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty()) {
            page.addAll(ledger.after(position, PAGE));
        }
        return !page.isEmpty();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("after position " + position);
        }
        StoredEvent next = page.remove();
        // A hole can only be damage: to step over it would lose a fact for ever.
        if (next.position() != position + 1) {
            throw new IllegalStateException(
                    "The ledger goes from position %s to %s".formatted(position, next.position()));
        }
        position = next.position();
        return next;
    }
}
