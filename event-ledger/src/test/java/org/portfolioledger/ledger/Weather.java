package org.portfolioledger.ledger;

import java.time.Duration;
import org.portfolioledger.ledger.simulation.Simulation;

/** How bad things are, and until when: afterwards every call is answered. */
final class Weather {

    static final Duration LASTS = Duration.ofSeconds(4);

    private final Simulation simulation;
    private final int losses;
    private final Duration awayFrom;
    private final Duration awayUntil;

    Weather(Simulation simulation) {
        this.simulation = simulation;
        int[] degrees = {0, 5, 15, 40};
        this.losses = degrees[simulation.random().nextInt(degrees.length)];
        this.awayFrom = simulation.within(Duration.ofMillis(200));
        this.awayUntil = simulation.happens(30) ? awayFrom.plus(simulation.within(Duration.ofSeconds(3))) : awayFrom;
    }

    /** What becomes of a call. */
    enum Fate {
        ANSWERED,
        /** It never reaches the database. */
        LOST_CALL,
        /** It is committed, and the caller does not hear of it. */
        LOST_ANSWER,
        /** It is committed when the caller has long heard that the connection is lost, and may have tried again. */
        LATE_COMMIT
    }

    Fate fate() {
        long now = simulation.nanoTime();
        if (now >= awayFrom.toNanos() && now < awayUntil.toNanos()) return Fate.LOST_CALL;
        if (isCalm() || !simulation.happens(losses)) return Fate.ANSWERED;
        return Fate.values()[1 + simulation.random().nextInt(3)];
    }

    boolean isCalm() {
        return simulation.nanoTime() > LASTS.toNanos();
    }
}
