package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A question as the naive reader takes it.
 *
 * @param fold of the facts that are known at its point
 * @param before of those that are known at the point with which it is compared
 * @param names the variables of its path
 * @param filters its filters by name
 */
record Asked(
        NaiveFold fold,
        LocalDate asOf,
        NaiveFold before,
        LocalDate asOfBefore,
        Map<String, String> names,
        Map<String, String> filters) {

    /** The same on another day. */
    Asked on(LocalDate day) {
        return new Asked(fold, day, before, asOfBefore, names, filters);
    }

    String name(String variable) {
        return Objects.requireNonNull(names.get(variable));
    }

    /** The last position that counts. */
    long position() {
        return fold.facts.all().stream().mapToLong(Noted::position).max().orElse(0);
    }

    /** Whether something that is late, or is not, is what the filter asks for, if it asks. */
    boolean isOverdue(boolean late) {
        String wanted = filters.get("overdue");
        return wanted == null || wanted.equals("TRUE") == late;
    }

    /** Whether a value is what a filter asks for, if it asks. */
    boolean is(String filter, JsonNode value) {
        String wanted = filters.get(filter);
        return wanted == null || wanted.equalsIgnoreCase(value.isString() ? value.asString() : "NOT_STATED");
    }
}
