package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Head;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.RegisterProgress;
import org.portfolioledger.ledger.subscription.LeaderLock;
import org.springframework.dao.EmptyResultDataAccessException;
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
     * Ledger and rows at one moment.
     *
     * @param now of the ledger
     * @param appliedAt when the last fact was recorded that the rows hold; null: they hold none
     * @param hasBlocked whether the rows of any entity do not follow
     * @param registers those that were asked for
     * @param known the last position of the register that was asked for that was known at {@code appliedAt}; 0: none was,
     *     or all registers were asked for
     */
    public record Snapshot(
            Instant now,
            Head head,
            Live live,
            @Nullable Instant appliedAt,
            boolean hasBlocked,
            List<RegisterProgress> registers,
            long known) {}

    /** @param register null: all of them */
    public Snapshot snapshot(@Nullable String register) {
        List<Snapshot> each = jdbc.sql("""
                        select h.position as head, h.recorded_at, greatest(clock_timestamp(), h.recorded_at) as now,
                            l.*, r.*, case when :register::text is null then 0 else coalesce((
                                select e.position from ledger.event e
                                where e.register = r.name and e.known_at <= l.applied_at
                                order by e.known_at desc, e.position desc limit 1), 0) end as known
                        from ledger.head h
                        cross join (
                            select g.number, s.position as applied, e.recorded_at as applied_at,
                                exists (select from query.blocked_entity b where b.subscription = s.name) as blocked
                            from query.generation g join query.subscription s on s.name = 'rows-' || g.number
                            left join ledger.event e on e.position = s.position
                            where g.state = 'LIVE') l
                        left join ledger.register r on :register::text is null or r.name = :register
                        order by r.name""")
                .param("register", register, Types.VARCHAR)
                .query((row, _) -> snapshot(row))
                .list();
        if (each.isEmpty()) throw new EmptyResultDataAccessException("no rows are live", 1);
        return each.size() == 1 ? each.getFirst() : together(each);
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        String register = row.getString("name");
        List<RegisterProgress> registers = register == null
                ? List.of()
                : List.of(new RegisterProgress(
                        register,
                        Objects.requireNonNull(instant(row, "last_known_at")),
                        row.getLong("last_position"),
                        row.getObject("live_position", Long.class)));
        return new Snapshot(
                Objects.requireNonNull(instant(row, "now")),
                new Head(row.getLong("head"), Objects.requireNonNull(instant(row, "recorded_at"))),
                new Live(row.getInt("number"), row.getLong("applied")),
                instant(row, "applied_at"),
                row.getBoolean("blocked"),
                registers,
                row.getLong("known"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Of what each register makes of the same moment. */
    private static Snapshot together(List<Snapshot> each) {
        Snapshot one = each.getFirst();
        List<RegisterProgress> registers =
                each.stream().flatMap(part -> part.registers().stream()).toList();
        return new Snapshot(
                one.now(), one.head(), one.live(), one.appliedAt(), one.hasBlocked(), registers, one.known());
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
