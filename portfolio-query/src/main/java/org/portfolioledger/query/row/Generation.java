package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.SchemaName;

/**
 * All rows that one revision of the fold made, from the first fact on.
 *
 * @param revisions of the folds that make its rows
 * @param carried kinds whose rows were copied from the generation before it
 * @param carriedTo position that the copied rows hold
 * @param position the last that its rows hold
 * @param askedBy who asked for it
 * @param resumedAt when the process that builds it last began to; null: none has yet
 * @param resumedFrom its position then
 * @param comparedAt position at which its digest was compared with that of the generation that it replaces; null: not yet
 * @param endedAt when it was replaced, or failed; null: neither
 * @param acceptsDifferences whether it may become live although the fold is the same and rows differ
 * @param differing how many rows differ from those that it was to replace; null: the fold is another, or all are the same
 * @param differences the first of them
 * @param failure why it will never be live; null: nothing is known against it
 * @param dropped whether its rows are gone
 */
public record Generation(
        int number,
        FoldRevisions revisions,
        List<String> carried,
        long carriedTo,
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
        boolean acceptsDifferences,
        @Nullable Long differing,
        List<RowDifference> differences,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        boolean dropped) {

    private static final String SUBSCRIPTION = "rows-";

    /** What becomes of a generation. */
    @SchemaName("GenerationState")
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

    /** The name of the subscription that fills it. */
    String subscription() {
        return subscription(number);
    }

    static String subscription(int number) {
        return SUBSCRIPTION + number;
    }

    static int number(String subscription) {
        return Integer.parseInt(subscription.substring(SUBSCRIPTION.length()));
    }

    static Generation of(ResultSet row) throws SQLException {
        return new Generation(
                row.getInt("number"),
                FoldRevisions.read(row.getString("revisions")),
                List.of((String[]) row.getArray("carried").getArray()),
                row.getLong("carried_to"),
                row.getLong("position"),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "resumed_at"),
                row.getLong("resumed_from"),
                row.getObject("compared_at", Long.class),
                row.getString("digest"),
                row.getString("replaced_digest"),
                row.getBoolean("accepts_differences"),
                row.getObject("differing", Long.class),
                RowDifference.read(row.getString("differences")),
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
