package org.portfolioledger.ledger.subscription;

import java.util.List;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;

/** Where a subscription reads facts. */
public interface FactSource {

    /** The next facts after a position, at most so many. */
    List<StoredEvent> after(long position, int limit);

    /** All facts of a stream, in order. */
    List<StoredEvent> stream(String stream);

    static FactSource of(Ledger ledger) {
        return new FactSource() {
            @Override
            public List<StoredEvent> after(long position, int limit) {
                return ledger.after(position, limit);
            }

            @Override
            public List<StoredEvent> stream(String stream) {
                return ledger.stream(stream);
            }
        };
    }
}
