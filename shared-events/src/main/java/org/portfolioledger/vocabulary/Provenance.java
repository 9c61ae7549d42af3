package org.portfolioledger.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a fact holds, how exactly that is known, and who says so.
 *
 * @param effectiveOn first day on which it holds (Europe/London); for an ending, the first day on which the old no
 *     longer holds; for a date less precise than a day, the first day of its period
 * @param precision null: to the day
 * @param inferred true if the source does not give the date and it was inferred; the reason is in {@code note}
 * @param note what must be known to read the date or the source rightly
 * @param dateQualifier null: it began on the date
 * @param source the paper; null for what was decided here
 */
public record Provenance(
        LocalDate effectiveOn,
        @Nullable DatePrecision precision,
        @Nullable Boolean inferred,
        @Nullable String note,
        @Nullable DateQualifier dateQualifier,
        @Nullable Source source) {

    /** A statement about a day, without more. */
    public static Provenance on(LocalDate day) {
        return new Provenance(day, null, null, null, null, null);
    }
}
