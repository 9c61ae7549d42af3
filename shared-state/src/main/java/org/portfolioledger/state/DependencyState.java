package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.DependencySide;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.DependencyType;
import org.portfolioledger.vocabulary.Importance;

/**
 * A dependency between a giver and a receiver.
 *
 * @param agreements by the side that agreed
 */
public record DependencyState(
        String dependency,
        String register,
        Grounded<DependencyEnd> giver,
        Grounded<DependencyEnd> receiver,
        Grounded<DependencyType> type,
        Grounded<Importance> importance,
        Grounded<String> nature,
        @Nullable Grounded<LocalDate> neededBy,
        @Nullable Grounded<LocalDate> promisedFor,
        @Nullable Grounded<String> monitoring,
        SortedMap<DependencySide, Grounded<Agreement>> agreements,
        Grounded<DependencyStatus> status) {

    /** That one side agreed. */
    public record Agreement(DependencySide side, @Nullable String agreedBy) {}

    static @Nullable DependencyState evolve(@Nullable DependencyState state, DependencyFact fact, Grounds grounds) {
        if (fact instanceof DependencyProposed proposed) return proposed(state, proposed, grounds);
        if (state == null) return null;
        return switch (fact) {
            case DependencyProposed _ -> state;
            case DependencyAgreed agreed -> state.agreed(agreed, grounds);
            case DependencyPromised promised -> state.promised(grounds.ground(promised.promisedFor()));
            case DependencyStatusUpdated updated ->
                state.with(state.agreements, state.promisedFor, grounds.ground(updated.status()));
        };
    }

    /** Whether giver and receiver both agreed. */
    public boolean isAgreed() {
        return agreements.size() == DependencySide.values().length;
    }

    /** Whether it is promised for later than it is needed. */
    public boolean isConflict() {
        return neededBy != null && promisedFor != null && promisedFor.value().isAfter(neededBy.value());
    }

    private static DependencyState proposed(
            @Nullable DependencyState before, DependencyProposed proposed, Grounds grounds) {
        return new DependencyState(
                proposed.dependency(),
                proposed.register(),
                grounds.ground(proposed.giver()),
                grounds.ground(proposed.receiver()),
                grounds.ground(proposed.type()),
                grounds.ground(proposed.importance()),
                grounds.ground(proposed.nature()),
                proposed.neededBy() == null ? null : grounds.ground(proposed.neededBy()),
                before == null ? null : before.promisedFor,
                proposed.monitoring() == null ? null : grounds.ground(proposed.monitoring()),
                before == null ? new TreeMap<>() : before.agreements,
                before == null ? grounds.ground(DependencyStatus.PROPOSED) : before.status);
    }

    private DependencyState agreed(DependencyAgreed agreed, Grounds grounds) {
        SortedMap<DependencySide, Grounded<Agreement>> both = new TreeMap<>(agreements);
        both.put(agreed.side(), grounds.ground(new Agreement(agreed.side(), agreed.agreedBy())));
        boolean nowAgreed =
                both.size() == DependencySide.values().length && status.value() == DependencyStatus.PROPOSED;
        return with(both, promisedFor, nowAgreed ? grounds.ground(DependencyStatus.AGREED) : status);
    }

    private DependencyState promised(Grounded<LocalDate> promise) {
        return with(agreements, promise, status);
    }

    private DependencyState with(
            SortedMap<DependencySide, Grounded<Agreement>> newAgreements,
            @Nullable Grounded<LocalDate> newPromise,
            Grounded<DependencyStatus> newStatus) {
        return new DependencyState(
                dependency,
                register,
                giver,
                receiver,
                type,
                importance,
                nature,
                neededBy,
                newPromise,
                monitoring,
                newAgreements,
                newStatus);
    }
}
