package org.portfolioledger.query.row;

import java.util.List;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;

/** What a follower needs of the ledger. */
interface Facts {

    /** The next facts after a position, at most so many. */
    List<StoredEvent> after(long position, int limit);

    /** All facts of a stream, in order. */
    List<StoredEvent> stream(String stream);

    static Facts of(Ledger ledger) {
        return new Facts() {
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
