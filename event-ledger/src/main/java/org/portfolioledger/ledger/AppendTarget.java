package org.portfolioledger.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a {@link GroupAppender} needs of a ledger. */
public interface AppendTarget {

    /** Appends requests, all that are not refused or none; see {@link Ledger#append(List, Duration)}. */
    List<Outcome> append(List<AppendRequest> requests, Duration timeout);

    /**
     * Appends a continuation up to the first request that is refused, whose outcome is the last; see {@link
     * Ledger#append(Continuation, Duration)}.
     */
    List<Outcome> append(Continuation continuation, Duration timeout);

    /** The fact at a position. */
    Optional<StoredEvent> at(long position);
}
