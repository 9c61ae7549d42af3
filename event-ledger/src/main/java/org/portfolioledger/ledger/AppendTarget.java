package org.portfolioledger.ledger;

import java.util.List;
import java.util.Optional;

/** What a {@link GroupAppender} needs of a ledger. */
public interface AppendTarget {

    /** Appends units, all that are not refused or none; see {@link Ledger#append(List)}. */
    List<Outcome> append(List<AppendRequest> units);

    /** The fact at a position. */
    Optional<StoredEvent> at(long position);
}
