package org.portfolioledger.query.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.row.RowDifference;
import org.portfolioledger.query.row.RowVerifier.Unfolded;
import org.portfolioledger.serialization.SchemaName;

/**
 * A comparison of stored rows with what the facts make, over all days and all positions up to one.
 *
 * @param kind only entities of this kind; left out: of every kind
 * @param id only the entity with this id
 * @param register only entities of this register
 * @param generation of the rows
 * @param position up to which facts count
 * @param done number of facts that were compared
 * @param total number of facts that are to be compared
 * @param rate facts a second; while it runs
 * @param remaining how long it will take at that rate, in the form of ISO 8601; while it runs
 * @param rows number of rows that the facts make, as far as it has come
 * @param differing number of rows that differ, as far as it has come
 * @param differences the first 100 of them, each row whole
 * @param unfolded the first 100 entities with a fact that cannot be folded, and why
 * @param failure why it ended early
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowVerification(
        int number,
        State state,
        String askedBy,
        @Nullable String kind,
        @Nullable String id,
        @Nullable String register,
        int generation,
        long position,
        long done,
        long total,
        @Nullable Long rate,
        @Nullable String remaining,
        Instant begunAt,
        @Nullable Instant endedAt,
        long rows,
        long differing,
        List<RowDifference> differences,
        List<Unfolded> unfolded,
        @Nullable String failure) {

    /** The same without what a viewer may not see: it is counted, and not shown. */
    RowVerification seenBy(Sight sight) {
        return new RowVerification(
                number,
                state,
                askedBy,
                kind,
                id,
                register,
                generation,
                position,
                done,
                total,
                rate,
                remaining,
                begunAt,
                endedAt,
                rows,
                differing,
                differences.stream()
                        .filter(difference -> sight.sees(difference.stream()))
                        .toList(),
                unfolded.stream().filter(entity -> sight.sees(entity.stream())).toList(),
                failure);
    }

    /** What becomes of a verification. */
    @SchemaName("RowVerificationState")
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
