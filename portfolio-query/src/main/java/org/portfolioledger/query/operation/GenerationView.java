package org.portfolioledger.query.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.Generation.State;
import org.portfolioledger.query.row.RowDifference;

/**
 * A generation of rows as it is shown; what is not known yet is left out.
 *
 * @param revisions by kind, of the folds that make its rows
 * @param done position up to which its rows hold the ledger
 * @param total the ledger's last position
 * @param underWay whether a process works on it at this moment; while it is being built
 * @param rate facts a second since it was last taken up; while it is under way
 * @param remaining time until it holds all facts at that rate, as an ISO 8601 duration; while it is under way
 * @param comparedAt position at which its rows were compared with those that it replaced
 * @param digest over its rows then
 * @param replacedDigest over the replaced rows then
 * @param same whether the two are the same; with two different folds they need not be
 * @param acceptsDifferences whether the person who requested it lets it become live although the fold is the same and rows differ
 * @param differing how many rows differ from the live ones, where the fold is the same
 * @param differences the first of them, each row whole
 * @param endedAt when it was replaced, or failed
 * @param dropped whether its rows are gone; until then answers that began with them end with them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenerationView(
        int number,
        State state,
        Map<String, Integer> revisions,
        String askedBy,
        String reason,
        long done,
        long total,
        @Nullable Boolean underWay,
        @Nullable Long rate,
        @Nullable String remaining,
        Instant begunAt,
        @Nullable Instant resumedAt,
        @Nullable Instant liveAt,
        @Nullable Instant endedAt,
        @Nullable Long comparedAt,
        @Nullable String digest,
        @Nullable String replacedDigest,
        @Nullable Boolean same,
        @Nullable Boolean acceptsDifferences,
        @Nullable Long differing,
        @Nullable List<RowDifference> differences,
        @Nullable String failure,
        boolean dropped) {

    /**
     * A generation.
     *
     * @param sight of the viewer: of what is not seen a difference is counted, and not shown
     * @param now of the database, which stamped the moments of the generation too
     */
    static GenerationView of(Generation generation, Sight sight, long head, boolean builds, Instant now) {
        List<RowDifference> differences = generation.differences().stream()
                .filter(difference -> sight.sees(difference.stream()))
                .toList();
        boolean building = generation.state() == State.BUILDING;
        Long rate = building && builds ? rate(generation, now) : null;
        return new GenerationView(
                generation.number(),
                generation.state(),
                generation.revisions().byKind(),
                generation.askedBy(),
                generation.reason(),
                generation.position(),
                Math.max(head, generation.position()),
                building ? builds : null,
                rate,
                rate == null || rate == 0 ? null : remaining(head - generation.position(), rate),
                generation.begunAt(),
                generation.resumedAt(),
                generation.liveAt(),
                generation.endedAt(),
                generation.comparedAt(),
                generation.digest(),
                generation.replacedDigest(),
                generation.same(),
                generation.acceptsDifferences() ? true : null,
                generation.differing(),
                differences.isEmpty() ? null : differences,
                generation.failure(),
                generation.dropped());
    }

    private static @Nullable Long rate(Generation generation, Instant now) {
        Instant resumedAt = generation.resumedAt();
        if (resumedAt == null) return null;
        long millis = Math.max(1, Duration.between(resumedAt, now).toMillis());
        return (generation.position() - generation.resumedFrom()) * 1000 / millis;
    }

    private static String remaining(long facts, long rate) {
        return Duration.ofSeconds(Math.ceilDiv(Math.max(0, facts), rate)).toString();
    }
}
