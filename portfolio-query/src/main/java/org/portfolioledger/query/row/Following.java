package org.portfolioledger.query.row;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the follower of the live rows going, and the rebuild beside it. Of several processes over the same rows one
 * follows; the others stand by, and one of them takes over when it ends.
 */
public final class Following implements SmartLifecycle {

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

    private final Watch follower;
    private final Watch rebuild;
    private final boolean startsItself;

    Following(Watch follower, Watch rebuild, boolean startsItself) {
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

    public Standing standing() {
        if (failure() != null) return Standing.STOPPED;
        if (!isRunning()) return Standing.ONLY_READS;
        return follower.holdsFence() ? Standing.FOLLOWS : Standing.STANDS_BY;
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
