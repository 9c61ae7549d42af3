package org.portfolioledger.ledger.subscription;

import java.util.Collection;
import java.util.List;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;

/** Where a subscription reads facts. */
public interface FactSource {

    /** The next facts after a position, at most so many. */
    List<StoredEvent> after(long position, int limit);

    /** The facts of some streams up to a position: one stream after the other, each in its order. */
    List<StoredEvent> streams(Collection<String> streams, long position);

    static FactSource of(Ledger ledger) {
        return new FactSource() {
            @Override
            public List<StoredEvent> after(long position, int limit) {
                return ledger.after(position, limit);
            }

            @Override
            public List<StoredEvent> streams(Collection<String> streams, long position) {
                return ledger.streams(streams, position);
            }
        };
    }
}
