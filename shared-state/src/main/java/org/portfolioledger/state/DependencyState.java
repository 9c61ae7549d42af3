package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

/**
 * A dependency between a giver and a receiver.
 *
 * @param agreements by the side that agreed
 */
@RecordBuilder
public record DependencyState(
        @JsonProperty("id") String dependency,
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
        Grounded<DependencyStatus> status)
        implements DependencyStateBuilder.With, Alerting, Referring {

    /** That one side agreed. */
    public record Agreement(DependencySide side, @Nullable String agreedBy) {}

    static DependencyState proposed(DependencyProposed proposed, Grounds grounds) {
        return new DependencyState(
                proposed.dependency(),
                proposed.register(),
                grounds.ground(proposed.giver()),
                grounds.ground(proposed.receiver()),
                grounds.ground(proposed.type()),
                grounds.ground(proposed.importance()),
                grounds.ground(proposed.nature()),
                grounds.maybe(proposed.neededBy()),
                null,
                grounds.maybe(proposed.monitoring()),
                new TreeMap<>(),
                grounds.ground(DependencyStatus.PROPOSED));
    }

    DependencyState evolve(DependencyFact fact, Grounds grounds) {
        return switch (fact) {
            case DependencyProposed proposed ->
                proposed(proposed, grounds)
                        .withAgreements(agreements)
                        .withPromisedFor(promisedFor)
                        .withStatus(status);
            case DependencyAgreed agreed -> agreed(agreed, grounds);
            case DependencyPromised promised -> withPromisedFor(grounds.ground(promised.promisedFor()));
            case DependencyStatusUpdated updated -> withStatus(grounds.ground(updated.status()));
        };
    }

    @Override
    public List<Reference> references() {
        return Stream.of(giver, receiver)
                .flatMap(end -> Reference.toMaybe(Kinds.INITIATIVE, end.value().initiative(), end).stream())
                .toList();
    }

    /** Whether it was withdrawn: then nothing is needed or promised any more. */
    public boolean isWithdrawn() {
        return status.value() == DependencyStatus.WITHDRAWN;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        return isConflict() ? Set.of(Alert.DEPENDENCY_CONFLICT) : Set.of();
    }

    /** Whether giver and receiver both agreed. */
    public boolean isAgreed() {
        return agreements.size() == DependencySide.values().length;
    }

    /** Whether it is promised for later than it is needed. */
    public boolean isConflict() {
        return !isWithdrawn()
                && neededBy != null
                && promisedFor != null
                && promisedFor.value().isAfter(neededBy.value());
    }

    private DependencyState agreed(DependencyAgreed agreed, Grounds grounds) {
        var both =
                Copies.with(agreements, agreed.side(), grounds.ground(new Agreement(agreed.side(), agreed.agreedBy())));
        DependencyState after = withAgreements(both);
        return after.isAgreed() && status.value() == DependencyStatus.PROPOSED
                ? after.withStatus(grounds.ground(DependencyStatus.AGREED))
                : after;
    }
}
