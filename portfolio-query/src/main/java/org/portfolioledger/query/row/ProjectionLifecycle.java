package org.portfolioledger.query.row;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.subscription.LeaderWorker;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the subscription of the live rows, and the rebuild beside it. Of several processes over the same rows one leads; the
 * others are on standby, and one of them takes over when it ends.
 */
public final class ProjectionLifecycle implements SmartLifecycle {

    /** What a process does with the rows from which it answers. */
    public enum ProjectionState {
        /** It keeps them. */
        ACTIVE,
        /** Another process keeps them, until this one can. */
        STANDBY,
        /** It leaves them to others. */
        READ_ONLY,
        /** It kept them until something did not fit. */
        FAILED
    }

    private final LeaderWorker follower;
    private final LeaderWorker rebuild;
    private final boolean startsItself;

    ProjectionLifecycle(LeaderWorker follower, LeaderWorker rebuild, boolean startsItself) {
        this.follower = follower;
        this.rebuild = rebuild;
        this.startsItself = startsItself;
    }

    /** Why it has stopped for good; null while it has not. */
    public @Nullable String failure() {
        return follower.failure();
    }

    /** Why nothing is rebuilt by this process any more; null while it would be. */
    public @Nullable String rebuildFailure() {
        return rebuild.failure();
    }

    public ProjectionState state() {
        if (failure() != null) return ProjectionState.FAILED;
        if (!isRunning()) return ProjectionState.READ_ONLY;
        return follower.isLeader() ? ProjectionState.ACTIVE : ProjectionState.STANDBY;
    }

    @Override
    public void start() {
        follower.start();
        rebuild.start();
    }

    @Override
    public void stop() {
        rebuild.stop();
        follower.stop();
    }

    @Override
    public boolean isAutoStartup() {
        return startsItself;
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
