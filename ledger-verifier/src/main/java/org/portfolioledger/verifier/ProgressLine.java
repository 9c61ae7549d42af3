package org.portfolioledger.verifier;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Tells those who wait how many facts were verified, every two seconds. */
final class ProgressLine {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);
    /** A look at the clock costs more than a few facts do. */
    private static final int LOOK = 0xfff;

    private final PrintStream err;
    private final long begun = System.nanoTime();
    private long told = begun;
    private long facts;

    ProgressLine(PrintStream err) {
        this.err = err;
    }

    void fact() {
        if ((++facts & LOOK) != 0) return;
        long now = System.nanoTime();
        if (now - told < EVERY) return;
        told = now;
        err.println(facts + " facts, " + facts * TimeUnit.SECONDS.toNanos(1) / (now - begun) + " facts a second");
    }
}
