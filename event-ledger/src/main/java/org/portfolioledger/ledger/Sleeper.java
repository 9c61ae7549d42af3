package org.portfolioledger.ledger;

import java.time.Duration;

/** The time of retries; a test may make it virtual. */
interface Sleeper {

    /** Real time. */
    Sleeper REAL = new Sleeper() {

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause);
        }
    };

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** As {@link Thread#sleep(Duration)}. */
    void sleep(Duration pause) throws InterruptedException;
}
