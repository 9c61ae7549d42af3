package org.portfolioledger.query.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a portfolio at one point after another.
 *
 * @param from first day on which a point may be
 * @param to last day on which a point may be
 * @param items one for each point, by day
 * @param next cursor of the page after it; null: it is the last
 */
record StatusSeries(
        LocalDate from,
        LocalDate to,
        Every every,
        KnownWhen known,
        List<SeriesPoint> items,
        @JsonInclude @Nullable String next) {

    /** On which days there are points. */
    enum Every {
        /** The last day of each month. */
        MONTH,
        /** The day of each meeting of a board. */
        BOARD
    }

    /** What is known at a point. */
    enum KnownWhen {
        /** What was known at the end of its day. */
        THEN,
        /** What is known now. */
        NOW
    }

    /**
     * The figures at one point.
     *
     * @param knownAt requested again together with asOf, it gives the same answer
     * @param position the last position that counts
     * @param meetings ids of the meetings of the day; absent if the points are not meetings
     * @param href path of the status at that point
     * @param figures null: the portfolio was not known, or not in effect
     */
    record SeriesPoint(
            LocalDate asOf,
            String knownAt,
            long position,
            @Nullable List<String> meetings,
            String href,
            @JsonInclude @Nullable SeriesFigures figures) {}

    /**
     * What is counted at one point.
     *
     * @param movement how many ratings are better or worse than at the point before; absent at the first point, and where the
     *     portfolio was not there at the point before
     * @param schemeBreaks rating schemes that were replaced since the point before: no trend leads across them
     */
    record SeriesFigures(
            List<RatingCount> countsByRating,
            @Nullable RatingMovement movement,
            List<SchemeBreak> schemeBreaks,
            StatusTotals totals) {}

    /**
     * A rating scheme that another replaced: ratings by it count no more.
     *
     * @param replacedOn first day on which it no longer counts
     * @param fact position of the fact that replaced it
     */
    record SchemeBreak(String scheme, int version, String by, int byVersion, LocalDate replacedOn, long fact) {}
}
