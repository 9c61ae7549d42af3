package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the rows have come: the last position that they hold. */
public final class Progress {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final JdbcClient jdbc;
    private final Object moved = new Object();

    public Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long position() {
        return Objects.requireNonNull(jdbc.sql("select position from query.progress")
                .query(Long.class)
                .single());
    }

    /** The position, kept as it is until the surrounding transaction ends. */
    long lockedPosition() {
        return Objects.requireNonNull(jdbc.sql("select position from query.progress for update")
                .query(Long.class)
                .single());
    }

    /** Moves in the surrounding transaction; false if another follower has moved it since. */
    boolean move(long from, long to) {
        return jdbc.sql("update query.progress set position = ? where position = ?")
                        .params(to, from)
                        .update()
                == 1;
    }

    /** Wakes those who wait; call it after the commit. */
    void hasMoved() {
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    /** Waits until the rows have come to a position; false if they have not in time. */
    public boolean await(long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (position() < position) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !rest(Math.min(left, LOOK_AGAIN_MILLIS))) return false;
        }
        return true;
    }

    /** Another process may be the one that follows, so it looks again even if nothing wakes it. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean rest(long millis) {
        try {
            synchronized (moved) {
                moved.wait(Math.max(1, millis));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
