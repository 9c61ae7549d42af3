package org.portfolioledger.query.naive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;

/**
 * A fact as a test wrote it down beside the ledger.
 *
 * @param command position of the last fact that the same command recorded
 */
record Noted(
        long position,
        long command,
        long sequence,
        String register,
        String stream,
        Instant knownAt,
        GovernanceFact fact,
        List<String> unmetRules,
        List<Long> restsOn) {

    /** Position of the fact that it corrects; 0: it is a fact of its own. */
    long corrects() {
        return fact instanceof Corrected corrected ? corrected.fact() : 0;
    }

    /** Null: it retracts what it corrects. */
    @Nullable
    GovernanceFact content() {
        return fact instanceof Corrected corrected ? corrected.replacement() : fact;
    }
}
