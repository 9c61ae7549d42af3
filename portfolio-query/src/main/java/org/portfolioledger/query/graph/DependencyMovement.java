package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;

/**
 * What became of a dependency of a portfolio between two time points.
 *
 * @param giver as at the second point, or else at the first
 * @param changes one at least
 */
record DependencyMovement(
        String dependency, DependencyEnd giver, DependencyEnd receiver, List<DependencyChange> changes) {

    /** What is another. */
    enum DependencyChanged {
        /** Nothing was on record of it at the first point, or it had not begun. */
        ADDED,
        /** It was on record before, and touched no initiative of the portfolio. */
        JOINED,
        /** It touches no initiative of the portfolio any more. */
        LEFT,
        /** It is not on record any more, or has not begun. */
        REMOVED,
        /** It was met or withdrawn. */
        ENDED,
        /** It has another status. */
        STATUS,
        /** It is promised for another day, or for one at all. */
        PROMISE,
        /** It is needed by another day. */
        NEED,
        /** It is more or less important. */
        IMPORTANCE,
        /** A side agreed, or does not any more. */
        AGREEMENT,
        /** A side sees it otherwise, or reported for the first time how it sees it. */
        OUTLOOK
    }

    /**
     * One change.
     *
     * @param before null: nothing was stated
     * @param after null: nothing is stated
     * @param days by how many days a date is later; less than zero: earlier; null: it is no date, or one of both is not stated
     * @param fact position of the fact by which it is so at the second point; null: none is
     */
    record DependencyChange(
            DependencyChanged change,
            @Nullable String before,
            @Nullable String after,
            @Nullable Long days,
            @Nullable Long fact) {}

    /**
     * The dependencies at a point.
     *
     * @param touching those of the portfolio, by id
     * @param elsewhere others that are asked about, by id
     */
    record Side(Map<String, DependencyState> touching, Map<String, DependencyState> elsewhere) {

        @Nullable
        DependencyState any(String id) {
            DependencyState own = touching.get(id);
            return own == null ? elsewhere.get(id) : own;
        }
    }

    /** Those of which something is another, by id. */
    static List<DependencyMovement> between(Side from, Side to) {
        TreeSet<String> ids = new TreeSet<>(from.touching().keySet());
        ids.addAll(to.touching().keySet());
        List<DependencyMovement> moved = new ArrayList<>();
        for (String id : ids) {
            DependencyState before = from.any(id);
            DependencyState after = to.any(id);
            DependencyState shown = Objects.requireNonNull(after == null ? before : after);
            List<DependencyChange> changes = changes(
                    before,
                    after,
                    from.touching().containsKey(id),
                    to.touching().containsKey(id));
            if (!changes.isEmpty())
                moved.add(new DependencyMovement(
                        id, shown.giver().value(), shown.receiver().value(), changes));
        }
        return moved;
    }

    private static List<DependencyChange> changes(
            @Nullable DependencyState before, @Nullable DependencyState after, boolean touched, boolean touches) {
        if (before == null)
            return after == null
                    ? List.of()
                    : List.of(new DependencyChange(
                            DependencyChanged.ADDED,
                            null,
                            after.status().value().name(),
                            null,
                            after.nature().fact()));
        if (after == null)
            return List.of(new DependencyChange(
                    DependencyChanged.REMOVED, before.status().value().name(), null, null, null));
        List<DependencyChange> changes = new ArrayList<>();
        if (!touched) changes.add(new DependencyChange(DependencyChanged.JOINED, null, null, null, null));
        if (!touches) changes.add(new DependencyChange(DependencyChanged.LEFT, null, null, null, null));
        boolean ended = !DependencyState.isOver(before.status().value())
                && DependencyState.isOver(after.status().value());
        add(changes, ended ? DependencyChanged.ENDED : DependencyChanged.STATUS, before.status(), after.status());
        add(changes, DependencyChanged.PROMISE, before.promisedFor(), after.promisedFor());
        add(changes, DependencyChanged.NEED, before.neededBy(), after.neededBy());
        add(changes, DependencyChanged.IMPORTANCE, before.importance(), after.importance());
        for (DependencySide side : DependencySide.values()) {
            Grounded<DependencyState.Agreement> first = before.agreements().get(side);
            Grounded<DependencyState.Agreement> last = after.agreements().get(side);
            add(
                    changes,
                    DependencyChanged.AGREEMENT,
                    first == null ? null : first.as(side),
                    last == null ? null : last.as(side));
        }
        for (DependencySide side : DependencySide.values()) {
            Grounded<DependencyState.DependencyReview> first = before.reviews().get(side);
            Grounded<DependencyState.DependencyReview> last = after.reviews().get(side);
            add(
                    changes,
                    DependencyChanged.OUTLOOK,
                    first == null ? null : first.as(side + ":" + first.value().outlook()),
                    last == null ? null : last.as(side + ":" + last.value().outlook()));
        }
        return changes;
    }

    private static void add(
            List<DependencyChange> changes,
            DependencyChanged change,
            @Nullable Grounded<?> before,
            @Nullable Grounded<?> after) {
        Object first = before == null ? null : before.value();
        Object last = after == null ? null : after.value();
        if (Objects.equals(first, last)) return;
        Long days = first instanceof LocalDate from && last instanceof LocalDate to
                ? ChronoUnit.DAYS.between(from, to)
                : null;
        changes.add(new DependencyChange(
                change,
                first == null ? null : first.toString(),
                last == null ? null : last.toString(),
                days,
                after == null ? null : after.fact()));
    }
}
