package org.portfolioledger.query.row;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one entity was through a range of days, as known from one position on.
 *
 * @param refs streams of the other entities that it refers to, sorted
 * @param to first day on which it no longer held; null: without end
 * @param state JSON
 * @param facts positions of the facts that the state names, sorted
 */
record Row(
        Key key,
        LookupKeys columns,
        List<String> refs,
        String register,
        @Nullable LocalDate to,
        String state,
        List<Long> facts) {

    /**
     * Tells the rows that are present at any one position apart.
     *
     * @param from first day; null: no beginning
     */
    record Key(String kind, String id, @Nullable LocalDate from) {

        Key {
            LookupKeys.requireFindable(id);
        }
    }

    String valid() {
        LocalDate from = key.from;
        return (from == null ? "(" : "[" + from) + "," + (to == null ? "" : to) + ")";
    }
}
