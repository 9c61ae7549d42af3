package org.portfolioledger.command.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.LedgerReader;

/** The ledger's now, asked for once a second and carried on in between: a command needs its day, and no more. */
final class LedgerClock {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final LedgerReader ledger;
    private volatile @Nullable Reading last;

    /** @param nanos of this process, when the ledger said what time it was */
    private record Reading(Instant now, long nanos) {}

    LedgerClock(LedgerReader ledger) {
        this.ledger = ledger;
    }

    Instant now() {
        Reading reading = last;
        if (reading != null) {
            long passed = System.nanoTime() - reading.nanos;
            if (passed < LONGEST) return reading.now.plusNanos(passed);
        }
        Instant now = ledger.now();
        last = new Reading(now, System.nanoTime());
        return now;
    }
}
