package org.portfolioledger.command.powers;

import java.util.Random;

/** Deliberately bad: decides by chance. */
public final class DrawsLots {

    private DrawsLots() {}

    public static boolean isLucky(long seed) {
        return new Random(seed).nextBoolean();
    }
}
