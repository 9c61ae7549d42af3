package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.subscription.LeaderLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the live rows have come. */
public final class Progress {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private static final Duration LATELY = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Object moved = new Object();

    Progress(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * What the live rows hold.
     *
     * @param generation its rows are read as long as the answer that begins with it is not ended
     * @param position the last that they hold
     */
    public record Live(int generation, long position) {}

    public Live live() {
        return jdbc.sql("""
                        select g.number, s.position from query.generation g
                        join query.subscription s on s.name = 'rows-' || g.number where g.state = 'LIVE'""")
                .query((row, _) -> new Live(row.getInt(1), row.getLong(2)))
                .single();
    }

    public long position() {
        return live().position();
    }

    /**
     * Whether some process keeps the rows: it leads, and has either moved them lately or had no time to. One that hangs
     * leads too.
     */
    public boolean isKept() {
        return LeaderLock.isHeld(jdbc, RowProjection.FOLLOWER) && (hasMovedLately() || !isBehindForLong());
    }

    private boolean hasMovedLately() {
        return jdbc.sql("""
                        select s.moved_at > clock_timestamp() - ? * interval '1 millisecond' from query.generation g
                        join query.subscription s on s.name = 'rows-' || g.number where g.state = 'LIVE'""").param(LATELY.toMillis()).query(Boolean.class).single();
    }

    private boolean isBehindForLong() {
        return ledger.at(position() + 1)
                .filter(next -> next.recordedAt().isBefore(ledger.now().minus(LATELY)))
                .isPresent();
    }

    /** Whether any process builds the next generation at this moment. */
    public boolean isBuilding() {
        return LeaderLock.isHeld(jdbc, RowProjection.REBUILD);
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
