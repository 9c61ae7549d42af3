package org.portfolioledger.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ledger's now, asked for once a second and carried on in between: enough for what needs its day, and no more. */
public final class LedgerClock {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final LedgerReader ledger;
    private volatile @Nullable Reading last;

    /** @param nanos of this process, when the ledger said what time it was */
    private record Reading(Instant now, long nanos) {}

    public LedgerClock(LedgerReader ledger) {
        this.ledger = ledger;
    }

    public Instant now() {
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
