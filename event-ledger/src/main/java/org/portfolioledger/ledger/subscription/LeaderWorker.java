package org.portfolioledger.ledger.subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.OutageLog;
import org.portfolioledger.ledger.subscription.LeaderTask.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a task whenever it is woken and this process leads; a slow clock is there besides. It waits for a database that goes
 * away; whatever else fails ends it for good.
 */
public final class LeaderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderWorker.class);

    private final OutageLog outage = new OutageLog(LOG);
    private final String name;
    private final LeaderLock lock;
    private final LeaderTask task;
    private final WakeSource wakes;
    private final Duration poll;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile HeadListener.@Nullable Registration registration;
    private volatile @Nullable String failure;

    /** @param name of its thread, and in the log */
    public LeaderWorker(String name, LeaderLock lock, LeaderTask task, WakeSource wakes, Duration poll) {
        this.name = name;
        this.lock = lock;
        this.task = task;
        this.wakes = wakes;
        this.poll = poll;
    }

    /** Why it has ended for good; null while it has not. */
    public @Nullable String failure() {
        return failure;
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Whether this process led when it last looked. */
    public boolean isLeader() {
        return lock.held();
    }

    public void start() {
        failure = null;
        registration = wakes.onWake(woken::release);
        // A virtual thread would wait after each statement for its turn behind all those that decide commands.
        Thread working = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread = working;
        working.start();
    }

    public void stop() {
        Thread working = thread;
        thread = null;
        HeadListener.Registration wake = registration;
        if (wake != null) wake.close();
        if (working == null) return;
        woken.release();
        try {
            working.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (isRunning() && failure == null) turn();
        } finally {
            lock.release();
        }
    }

    private void turn() {
        try {
            Turn turn = next();
            outage.succeeded(name + ": the database answers again");
            if (turn != Turn.ONE_OF_MANY) rest();
        } catch (RuntimeException e) {
            if (DatabaseErrors.isPassing(e)) {
                outage.failed(name + ": the database does not answer", String.valueOf(e.getMessage()));
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
        failure = FailureReason.of(e);
    }

    /** Whoever leads learns from the turn itself whether it was due. */
    private Turn next() {
        boolean due = lock.held() || task.isDue();
        if (due && !lock.hold()) return Turn.IDLE;
        Turn turn = due ? task.turn() : Turn.NOT_DUE;
        if (turn == Turn.NOT_DUE) lock.release();
        return turn;
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
