package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A range of days.
 *
 * @param from first day; null: since ever
 * @param to first day after it; null: without end
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
    }

    Map<String, @Nullable String> values() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("from", from == null ? null : from.toString());
        values.put("to", to == null ? null : to.toString());
        return values;
    }
}
