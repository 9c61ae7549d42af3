package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.HeadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the follower going: woken by the ledger, by a slow clock behind it, and stopped for good by what does not fit. Of
 * several processes over the same rows one follows; the others stand by, and one of them takes over when it ends.
 */
public final class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** What a process is to the rows that it answers from. */
    public enum Standing {
        /** It keeps them. */
        FOLLOWS,
        /** Another process keeps them, or will until this one can. */
        STANDS_BY,
        /** It leaves them to others. */
        ONLY_READS,
        /** It kept them until something did not fit. */
        STOPPED
    }

    private final Fence fence;
    private final Follower follower;
    private final HeadListener head;
    private final Duration poll;
    private final boolean startsItself;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile HeadListener.@Nullable Registration registration;
    private volatile @Nullable String failure;

    Following(Fence fence, Follower follower, HeadListener head, Duration poll, boolean startsItself) {
        this.fence = fence;
        this.follower = follower;
        this.head = head;
        this.poll = poll;
        this.startsItself = startsItself;
    }

    /** Why it has stopped for good; null while it has not. */
    public @Nullable String failure() {
        return failure;
    }

    public Standing standing() {
        if (failure != null) return Standing.STOPPED;
        if (!isRunning()) return Standing.ONLY_READS;
        return fence.held() ? Standing.FOLLOWS : Standing.STANDS_BY;
    }

    @Override
    public void start() {
        failure = null;
        registration = head.onMove(woken::release);
        Thread following = Thread.ofVirtual().name("row-follower").unstarted(this::run);
        thread = following;
        following.start();
    }

    @Override
    public void stop() {
        Thread following = thread;
        thread = null;
        HeadListener.Registration wake = registration;
        if (wake != null) wake.close();
        if (following == null) return;
        woken.release();
        try {
            following.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return startsItself;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            follow();
        } finally {
            fence.release();
        }
    }

    private void follow() {
        while (isRunning() && failure == null) {
            try {
                if (!fence.hold() || !follower.step()) rest();
            } catch (DataIntegrityViolationException e) {
                stopForGood(e);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the rows cannot be brought up to the ledger, trying again: {}", e.getMessage());
                rest();
            } catch (RuntimeException e) {
                stopForGood(e);
            }
        }
    }

    private void stopForGood(RuntimeException e) {
        LOG.error("the rows stay where they are until an operator looks", e);
        failure = String.valueOf(e.getMessage());
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
