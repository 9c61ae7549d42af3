package org.portfolioledger.command.powers;

import java.time.Instant;

/** Deliberately bad: decides by the clock of the machine. */
public final class AsksTheClock {

    private AsksTheClock() {}

    public static boolean isPast(Instant moment) {
        return moment.isBefore(Instant.now());
    }
}
