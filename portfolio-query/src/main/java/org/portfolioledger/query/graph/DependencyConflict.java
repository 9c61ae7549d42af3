package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;

/**
 * What does not fit together at a dependency that is still to be met.
 *
 * @param days how many; null: no date is stated from which to count
 * @param facts positions of the facts that show it
 */
record DependencyConflict(
        String dependency,
        DependencyEnd giver,
        DependencyEnd receiver,
        Importance importance,
        DependencyStatus status,
        Mismatch mismatch,
        @Nullable Long days,
        List<Long> facts) {

    /** Why it does not fit. */
    enum Mismatch {
        /** It is promised for later than it is needed; the days between. */
        PROMISED_LATER_THAN_NEEDED,
        /** It was reported as missed; the days since it is needed. */
        MISSED,
        /** The day by which it is needed has passed; the days since. */
        NOT_MET_WHEN_NEEDED,
        /** It is needed soon, and giver and receiver have not both agreed; the days that are left. */
        NOT_AGREED_NEAR_NEED,
        /** It is needed soon, and nobody promised it for a day; the days that are left. */
        NOT_PROMISED_NEAR_NEED,
        /** Giver and receiver reported a different outlook. */
        SIDES_DISAGREE
    }

    /**
     * Those of a dependency on a day.
     *
     * @param within how many days before it is needed it is needed soon
     */
    static List<DependencyConflict> of(DependencyState one, LocalDate asOf, int within) {
        List<DependencyConflict> conflicts = new ArrayList<>();
        DependencyStatus status = one.status().value();
        if (DependencyState.isOver(status)) return conflicts;
        Grounded<LocalDate> needed = one.neededBy();
        Grounded<LocalDate> promised = one.promisedFor();
        if (needed != null && promised != null && one.isConflict())
            conflicts.add(of(
                    one,
                    Mismatch.PROMISED_LATER_THAN_NEEDED,
                    ChronoUnit.DAYS.between(needed.value(), promised.value()),
                    promised,
                    needed));
        if (one.doSidesDisagree())
            conflicts.add(of(
                    one,
                    Mismatch.SIDES_DISAGREE,
                    null,
                    one.reviews().get(DependencySide.GIVER),
                    one.reviews().get(DependencySide.RECEIVER)));
        Long left = needed == null ? null : ChronoUnit.DAYS.between(asOf, needed.value());
        if (status == DependencyStatus.MISSED) {
            Long since = left == null || left >= 0 ? null : -left;
            conflicts.add(of(one, Mismatch.MISSED, since, one.status(), needed));
            return conflicts;
        }
        if (left == null || needed == null) return conflicts;
        if (left < 0) conflicts.add(of(one, Mismatch.NOT_MET_WHEN_NEEDED, -left, one.status(), needed));
        if (left < 0 || left > within) return conflicts;
        if (!one.isAgreed())
            conflicts.add(of(
                    one,
                    Mismatch.NOT_AGREED_NEAR_NEED,
                    left,
                    needed,
                    one.agreements().isEmpty()
                            ? null
                            : one.agreements().get(one.agreements().firstKey())));
        if (promised == null) conflicts.add(of(one, Mismatch.NOT_PROMISED_NEAR_NEED, left, needed, null));
        return conflicts;
    }

    private static DependencyConflict of(
            DependencyState one,
            Mismatch mismatch,
            @Nullable Long days,
            @Nullable Grounded<?> first,
            @Nullable Grounded<?> second) {
        TreeSet<Long> facts = new TreeSet<>();
        if (first != null) facts.add(first.fact());
        if (second != null) facts.add(second.fact());
        return new DependencyConflict(
                one.dependency(),
                one.giver().value(),
                one.receiver().value(),
                one.importance().value(),
                one.status().value(),
                mismatch,
                days,
                List.copyOf(facts));
    }
}
