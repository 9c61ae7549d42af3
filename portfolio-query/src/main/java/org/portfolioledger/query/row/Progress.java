package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the live rows have come. */
public final class Progress {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final JdbcClient jdbc;
    private final Object moved = new Object();

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the live rows hold.
     *
     * @param generation its rows are read as long as the answer that begins with it is not ended
     * @param position the last that they hold
     */
    public record Live(int generation, long position) {}

    public Live live() {
        return jdbc.sql("select number, position from query.generation where state = 'LIVE'")
                .query((row, _) -> new Live(row.getInt(1), row.getLong(2)))
                .single();
    }

    public long position() {
        return live().position();
    }

    /**
     * Whether some process brings the rows up: it holds the fence, and has either moved them lately or had no time to. One
     * that hangs holds the fence too.
     */
    public boolean isKept() {
        return jdbc.sql(LeaderLock.IS_HELD + """
                         and exists (
                            select from query.generation g
                            left join ledger.event next on next.position = g.position + 1
                            where g.state = 'LIVE' and (next.position is null
                                or greatest(g.moved_at, next.recorded_at) > clock_timestamp() - interval '10 seconds'))""")
                .param(LeaderLock.LIVE)
                .query(Boolean.class)
                .single();
    }

    /** Whether any process builds the next generation at this moment. */
    public boolean isBuilding() {
        return jdbc.sql(LeaderLock.IS_HELD)
                .param(LeaderLock.BUILDING)
                .query(Boolean.class)
                .single();
    }

    /** Wakes those who wait; call it after the commit. */
    void hasMoved() {
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    /** Waits until the live rows are as they should be; empty if they are not in time. */
    public Optional<Live> await(Predicate<Live> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Live live = live();
        while (!wanted.test(live)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !rest(Math.min(left, LOOK_AGAIN_MILLIS))) return Optional.empty();
            live = live();
        }
        return Optional.of(live);
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
