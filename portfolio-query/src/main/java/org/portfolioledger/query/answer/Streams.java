package org.portfolioledger.query.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger says of a stream as a whole. */
public final class Streams {

    private static final Pattern NAME = Pattern.compile("[a-z]+(?:-[a-z]+)*-[A-Za-z0-9._-]{1,64}");

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

    /** The register to which a stream belongs; empty if there is no such stream and never was. */
    public Optional<String> registerOf(String stream) {
        if (!NAME.matcher(stream).matches()) return Optional.empty();
        return jdbc.sql("select register from ledger.event where stream = ? and sequence = 0")
                .param(stream)
                .query(String.class)
                .optional();
    }

    /** Whether a register, an actor, a stream, or an entity of a kind is on record, at whatever position. */
    public boolean isOnRecord(String what, String name) {
        return switch (what) {
            case "register" -> exists("ledger.register where name = ?", name);
            case "actor" -> exists("ledger.command where actor = ?", name);
            case "stream" -> registerOf(name).isPresent();
            default -> registerOf(Kinds.named(what).stream(name)).isPresent();
        };
    }

    private boolean exists(String where, String name) {
        return jdbc.sql("select exists (select from " + where + ")")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** The stream of a name, whatever the case of its letters, as it was written first; empty if there is none. */
    Optional<String> spelling(String stream) {
        if (!NAME.matcher(stream).matches()) return Optional.empty();
        return jdbc.sql("select stream from ledger.event where lower(stream) = lower(?) and sequence = 0"
                        + " order by position limit 1")
                .param(stream)
                .query(String.class)
                .optional();
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
