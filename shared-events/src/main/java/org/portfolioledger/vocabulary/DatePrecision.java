package org.portfolioledger.vocabulary;

/** How exactly a date is stated; a date less precise than a day is kept as the first day of its period. */
public enum DatePrecision {
    DAY,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
}
