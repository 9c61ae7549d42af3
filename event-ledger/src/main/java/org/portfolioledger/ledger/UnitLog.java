package org.portfolioledger.ledger;

import java.util.List;
import java.util.Optional;

/** What a {@link GroupAppender} needs of a ledger. */
interface UnitLog {

    /** Appends units, all that are not refused or none; see {@link Ledger#append(List)}. */
    List<Outcome> append(List<LedgerUnit> units);

    /** The fact at a position. */
    Optional<StoredEvent> at(long position);
}
