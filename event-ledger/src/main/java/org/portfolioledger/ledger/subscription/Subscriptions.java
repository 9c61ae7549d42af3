package org.portfolioledger.ledger.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The subscriptions of one subscriber: how far each has come, and which entities it does not follow. */
public final class Subscriptions {

    private final JdbcClient jdbc;
    private final String table;
    private final String blockedTable;

    /** @param schema the one whose migration has run {@code db/subscription} */
    public Subscriptions(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.table = schema + ".subscription";
        this.blockedTable = schema + ".blocked_entity";
    }

    /** Begins one before the first fact, unless it is there. */
    public void open(String name) {
        jdbc.sql("insert into %s (name) values (?) on conflict do nothing".formatted(table))
                .param(name)
                .update();
    }

    /** Ends one: nobody moves it from then on. */
    public void end(String name) {
        jdbc.sql("update %s set ended_at = clock_timestamp() where name = ? and ended_at is null".formatted(table))
                .param(name)
                .update();
    }

    /** How far one has come, and what is blocked then; empty if there is none, or it has ended. */
    public Optional<Checkpoint> find(String name) {
        return find("select ?", name);
    }

    /**
     * How far the one has come whose name a query gives, and what is blocked then; empty if there is none, or it has ended.
     *
     * @param named a query of ours for one name
     */
    public Optional<Checkpoint> find(String named, Object... parameters) {
        return jdbc.sql("""
                        select s.name, s.position, b.* from %s s left join %s b on b.subscription = s.name
                        where s.name = (%s) and s.ended_at is null order by b.stream collate "C\"""".formatted(table, blockedTable, named))
                .params(parameters)
                .query(Subscriptions::checkpoint);
    }

    private static Optional<Checkpoint> checkpoint(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        String name = rows.getString("name");
        long position = rows.getLong("position");
        List<BlockedEntity> blocked = new ArrayList<>();
        do {
            if (rows.getString("stream") != null) blocked.add(blocked(rows));
        } while (rows.next());
        return Optional.of(new Checkpoint(name, position, blocked));
    }

    /** How far one has come, which nobody moves until the surrounding transaction ends. */
    public long lock(String name) {
        return jdbc.sql("select position from %s where name = ? for update".formatted(table))
                .param(name)
                .query(Long.class)
                .single();
    }

    /** Moves one by compare-and-set, in the surrounding transaction; false if another process has moved or ended it. */
    boolean move(Checkpoint from, long to) {
        return jdbc.sql(
                                "update %s set position = ?, moved_at = clock_timestamp() where name = ? and position = ? and ended_at is null"
                                        .formatted(table))
                        .params(to, from.subscription(), from.position())
                        .update()
                == 1;
    }

    /** The entities that one does not follow, by stream. */
    public List<BlockedEntity> blocked(String name) {
        return jdbc.sql("select * from %s where subscription = ? order by stream collate \"C\"".formatted(blockedTable))
                .param(name)
                .query((row, _) -> blocked(row))
                .list();
    }

    /**
     * Asks for another attempt at a blocked entity; the subscription makes it when it is woken.
     *
     * @return the entity; empty if it is not blocked
     */
    public Optional<BlockedEntity> retry(String name, String stream) {
        return jdbc.sql("update %s set retry = true where subscription = ? and stream = ? returning *"
                        .formatted(blockedTable))
                .params(name, stream)
                .query((row, _) -> blocked(row))
                .optional();
    }

    /** Forgets what one does not follow. */
    public void clear(String name) {
        jdbc.sql("delete from %s where subscription = ?".formatted(blockedTable))
                .param(name)
                .update();
    }

    /** The failure that came first is the one that is kept. */
    void block(String name, EntityFailure failure) {
        jdbc.sql(
                        "insert into %s (subscription, stream, register, fact, reason) values (?, ?, ?, ?, ?) on conflict do nothing"
                                .formatted(blockedTable))
                .params(name, failure.stream(), failure.register(), failure.fact(), failure.reason())
                .update();
    }

    void failsAgain(String name, EntityFailure failure) {
        jdbc.sql("""
                        update %s set reason = ?, attempts = attempts + 1, tried_at = clock_timestamp(), retry = false
                        where subscription = ? and stream = ?""".formatted(blockedTable))
                .params(failure.reason(), name, failure.stream())
                .update();
    }

    /** Whether it was blocked: another process may have unblocked it at the same position. */
    boolean unblock(String name, String stream) {
        return jdbc.sql("delete from %s where subscription = ? and stream = ?".formatted(blockedTable))
                        .params(name, stream)
                        .update()
                == 1;
    }

    private static BlockedEntity blocked(ResultSet row) throws SQLException {
        return new BlockedEntity(
                row.getString("stream"),
                row.getString("register"),
                row.getLong("fact"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("retry"));
    }
}
