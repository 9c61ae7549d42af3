package org.portfolioledger.state;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * By how many days a date lies after another; less than zero: before it.
 *
 * @param days null: one of both dates is not exact to the day
 * @param leastDays by so many at least, whichever days are meant
 * @param mostDays by so many at most
 */
public record Slippage(@Nullable Integer days, int leastDays, int mostDays) {

    /** From one date to another. */
    public static Slippage between(StatedDate from, StatedDate to) {
        int least = (int) ChronoUnit.DAYS.between(from.lastDay(), to.firstDay());
        int most = (int) ChronoUnit.DAYS.between(from.firstDay(), to.lastDay());
        return new Slippage(least == most ? least : null, least, most);
    }

    /** The same once the other date is some days later. */
    public Slippage later(int by) {
        return new Slippage(days == null ? null : days + by, leastDays + by, mostDays + by);
    }

    /** Whether it is later for certain. */
    public boolean isCertain() {
        return leastDays > 0;
    }
}
