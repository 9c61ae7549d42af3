package org.portfolioledger.query.accountability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exact figures of days. */
final class Figures {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Figures() {}

    /** The middle one, or the mean of both in the middle; null: there are none. */
    static @Nullable BigDecimal median(List<Long> days) {
        if (days.isEmpty()) return null;
        List<Long> sorted = days.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return BigDecimal.valueOf(sorted.get(middle));
        return BigDecimal.valueOf(sorted.get(middle - 1) + sorted.get(middle)).divide(TWO);
    }

    /** A part in percent of the whole, to one decimal; null: there is no whole. */
    static @Nullable BigDecimal percent(long part, long whole) {
        if (whole <= 0) return null;
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
