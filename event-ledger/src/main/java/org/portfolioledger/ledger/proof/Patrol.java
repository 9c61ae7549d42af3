package org.portfolioledger.ledger.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.LeaderTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Goes round the whole log for ever, a few tiles at a time, and keeps what it finds. */
public final class Patrol implements LeaderTask {

    private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TreeRecord tree;
    private final LogCheck check;
    private final int tilesAtOnce;

    /** @param tilesAtOnce how many tiles of 256 facts it checks in a turn */
    Patrol(Ledger ledger, DataSource writer, int tilesAtOnce) {
        this.ledger = ledger;
        this.jdbc = JdbcClient.create(writer);
        this.tree = new TreeRecord(writer);
        this.check = new LogCheck(new TreeTable(jdbc));
        this.tilesAtOnce = tilesAtOnce;
    }

    /**
     * How far the check has come.
     *
     * @param position the last that was checked in this round
     * @param rounds that have ended
     * @param last the round that ended last; null: none has
     */
    public record Progress(
            long position,
            Instant begunAt,
            long rounds,
            @Nullable Round last) {}

    /**
     * A round that has ended.
     *
     * @param facts that it checked
     * @param found how many of them were not as they were recorded
     */
    public record Round(Instant begunAt, Instant endedAt, long facts, long found) {}

    @Override
    public boolean isDue() {
        return true;
    }

    /** Rests after each turn, so that its pace is that of the worker. */
    @Override
    public Turn turn() {
        long size = tree.size();
        long from = progress(jdbc).position();
        for (int i = 0; i < tilesAtOnce && from < size; i++) from = checkTile(from, size);
        if (from >= size) endRound(from);
        return Turn.LAST;
    }

    private long checkTile(long from, long size) {
        long number = from / Tiles.WIDTH;
        long first = number * Tiles.WIDTH + 1;
        long last = Math.min(size, first + Tiles.WIDTH - 1);
        List<StoredEvent> facts = ledger.between(first, last);
        check.tile(number, facts, size).forEach(this::keep);
        jdbc.sql("update proof.patrol set position = ?").param(last).update();
        return last;
    }

    private void keep(Damage damage) {
        int first = jdbc.sql("insert into proof.alert (position, kind, evidence) values (?, ?, ?::jsonb)"
                        + " on conflict do nothing")
                .params(damage.position(), damage.kind().name(), JSON.writeValueAsString(damage.evidence()))
                .update();
        if (first == 1)
            LOG.error("position {} of the ledger: {} {}", damage.position(), damage.kind(), damage.evidence());
    }

    private void endRound(long facts) {
        jdbc.sql("""
                        update proof.patrol set position = 0, begun_at = clock_timestamp(), rounds = rounds + 1,
                            last_begun_at = begun_at, last_ended_at = clock_timestamp(), last_facts = ?,
                            last_found = (select count(*) from proof.alert a where a.position <= ?)""").params(facts, facts).update();
    }

    static Progress progress(JdbcClient jdbc) {
        return jdbc.sql("select * from proof.patrol")
                .query((row, _) -> new Progress(
                        row.getLong("position"),
                        moment(row, "begun_at").orElseThrow(),
                        row.getLong("rounds"),
                        last(row)))
                .single();
    }

    private static @Nullable Round last(ResultSet row) throws SQLException {
        Instant begun = moment(row, "last_begun_at").orElse(null);
        Instant ended = moment(row, "last_ended_at").orElse(null);
        return begun == null || ended == null
                ? null
                : new Round(begun, ended, row.getLong("last_facts"), row.getLong("last_found"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Map<String, String> evidence(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
