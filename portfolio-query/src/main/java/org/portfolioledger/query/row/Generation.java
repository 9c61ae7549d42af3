package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * All rows that one revision of the fold made, from the first fact on.
 *
 * @param fold the revision of the fold that makes its rows
 * @param position the last that its rows hold
 * @param askedBy who request that it be built
 * @param resumedAt when the process that builds it last began to; null: none has yet
 * @param resumedFrom its position then
 * @param comparedAt the position at which its digest was held against that of the one that it replaces; null: not yet
 * @param endedAt when it was replaced, or failed; null: neither
 * @param failure why it will never be live; null: nothing is known against it
 * @param dropped whether its rows are gone
 */
public record Generation(
        int number,
        int fold,
        long position,
        State state,
        String askedBy,
        String reason,
        Instant begunAt,
        @Nullable Instant resumedAt,
        long resumedFrom,
        @Nullable Long comparedAt,
        @Nullable String digest,
        @Nullable String replacedDigest,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        boolean dropped) {

    /** What becomes of a generation. */
    public enum State {
        BUILDING,
        LIVE,
        RETIRED,
        FAILED
    }

    /** Whether the rows that it replaced were what the ledger makes them; null before they were compared. */
    public @Nullable Boolean same() {
        if (digest == null || replacedDigest == null) return null;
        return digest.equals(replacedDigest);
    }

    /** The table of a generation's rows. */
    public static String table(int number) {
        return "query.row_" + number;
    }

    static Generation of(ResultSet row) throws SQLException {
        long comparedAt = row.getLong("compared_at");
        Long compared = row.wasNull() ? null : comparedAt;
        return new Generation(
                row.getInt("number"),
                row.getInt("fold"),
                row.getLong("position"),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "resumed_at"),
                row.getLong("resumed_from"),
                compared,
                row.getString("digest"),
                row.getString("replaced_digest"),
                instant(row, "live_at"),
                instant(row, "ended_at"),
                row.getString("failure"),
                row.getBoolean("dropped"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
