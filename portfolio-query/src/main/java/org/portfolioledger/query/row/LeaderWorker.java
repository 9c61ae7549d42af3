package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.HeadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a duty whenever it is woken and this process is the one that holds the fence; a slow clock stands behind. A database that goes away is waited for; whatever else fails ends it for good.
 */
final class LeaderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderWorker.class);

    /** Where a watch registers to be woken. */
    interface Wakes {
        HeadListener.Registration by(Runnable wake);
    }

    private final String name;
    private final LeaderLock fence;
    private final LeaderTask duty;
    private final Wakes wakes;
    private final Duration poll;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile HeadListener.@Nullable Registration registration;
    private volatile @Nullable String failure;

    LeaderWorker(String name, LeaderLock fence, LeaderTask duty, Wakes wakes, Duration poll) {
        this.name = name;
        this.fence = fence;
        this.duty = duty;
        this.wakes = wakes;
        this.poll = poll;
    }

    /** Why it has ended for good; null while it has not. */
    @Nullable
    String failure() {
        return failure;
    }

    boolean isRunning() {
        return thread != null;
    }

    /** Whether this process is the one, when it last looked. */
    boolean holdsFence() {
        return fence.held();
    }

    void start() {
        failure = null;
        registration = wakes.by(woken::release);
        Thread watching = Thread.ofVirtual().name(name).unstarted(this::run);
        thread = watching;
        watching.start();
    }

    void stop() {
        Thread watching = thread;
        thread = null;
        HeadListener.Registration wake = registration;
        if (wake != null) wake.close();
        if (watching == null) return;
        woken.release();
        try {
            watching.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (isRunning() && failure == null) turn();
        } finally {
            fence.release();
        }
    }

    private void turn() {
        try {
            if (!isOnDuty() || !duty.step()) rest();
        } catch (RuntimeException e) {
            if (DatabaseErrors.isPassing(e)) {
                LOG.warn("{}: the database does not answer, trying again: {}", name, e.getMessage());
                rest();
            } else {
                endForGood(e);
            }
        } catch (Error e) {
            endForGood(e);
        }
    }

    private void endForGood(Throwable e) {
        LOG.error("{}: ended until an operator looks", name, e);
        failure = String.valueOf(e.getMessage());
    }

    private boolean isOnDuty() {
        if (duty.isDue()) return fence.hold();
        fence.release();
        return false;
    }

    private void rest() {
        try {
            if (woken.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) woken.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
