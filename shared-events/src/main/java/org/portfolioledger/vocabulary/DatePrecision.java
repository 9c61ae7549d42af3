package org.portfolioledger.vocabulary;

import java.time.LocalDate;

/** How exactly a date is stated; a date less precise than a day is kept as the first day of its period. */
public enum DatePrecision {
    DAY(0),
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    DatePrecision(int months) {
        this.months = months;
    }

    /** First day of the calendar period in which a day lies. */
    public LocalDate firstDay(LocalDate day) {
        if (months == 0) return day;
        int firstMonth = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), firstMonth, 1);
    }

    /** First day after the period that begins on {@code firstDay}. */
    public LocalDate endOfPeriod(LocalDate firstDay) {
        return months == 0 ? firstDay.plusDays(1) : firstDay.plusMonths(months);
    }
}
