package org.portfolioledger.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;

/**
 * A fact as a test wrote it down beside the ledger.
 *
 * @param corrects position of the fact that it corrects; 0: it is a fact of its own
 * @param content null: it retracts what it corrects
 */
record Noted(
        long position,
        String register,
        String stream,
        Instant knownAt,
        long corrects,
        @Nullable GovernanceFact content) {}
