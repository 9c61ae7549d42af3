package org.portfolioledger.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as exactly as somebody stated it: a month is not its first day.
 *
 * @param date the day; of a date less precise than a day, the first day of its period
 * @param precision null: to the day
 */
public record StatedDate(LocalDate date, @Nullable DatePrecision precision) {

    /** Any day of a period stands for its first, and what is exact states no precision. */
    public StatedDate {
        if (precision == DatePrecision.DAY) precision = null;
        if (date != null && precision != null) date = precision.firstDay(date);
    }

    /** The first day that may be meant. */
    public LocalDate firstDay() {
        return date;
    }

    /** The last day that may be meant. */
    public LocalDate lastDay() {
        return precision == null ? date : precision.endOfPeriod(date).minusDays(1);
    }
}
