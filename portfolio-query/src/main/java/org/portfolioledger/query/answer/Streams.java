package org.portfolioledger.query.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.portfolioledger.query.point.TimePoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far streams have come. */
public final class Streams {

    private final JdbcClient jdbc;

    public Streams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a stream has come at a point.
     *
     * @param version number of its facts
     * @param position of the last of them
     * @param recordedAt when the last of them was recorded
     */
    public record Version(long version, long position, Instant recordedAt) {}

    /** Whether a stream has facts after those that count at a point. */
    boolean hasMore(String stream, TimePoint point) {
        return jdbc.sql("select exists (select from ledger.event where stream = ? and position > ?)")
                .params(stream, point.position())
                .query(Boolean.class)
                .single();
    }

    Optional<Version> version(String stream, TimePoint point) {
        return jdbc.sql("""
                        select sequence + 1 as version, position, recorded_at from ledger.event
                        where stream = ? and position <= ? order by sequence desc limit 1""")
                .params(stream, point.position())
                .query((row, _) -> new Version(
                        row.getLong("version"),
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
