package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

/**
 * A dependency between a giver and a receiver.
 *
 * @param agreements by the side that agreed
 * @param reviews the last of each side that reported how it sees it
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
        SortedMap<DependencySide, Grounded<DependencyReview>> reviews,
        Grounded<DependencyStatus> status)
        implements DependencyStateBuilder.With, Alerting, Referring {

    /** That one side agreed. */
    public record Agreement(DependencySide side, @Nullable String agreedBy) {}

    /**
     * How one side sees it.
     *
     * @param reviewBy last day for the next review by this side; null: none is planned
     */
    public record DependencyReview(
            DependencySide side,
            DependencyOutlook outlook,
            @Nullable String summary,
            @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy) {}

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
                new TreeMap<>(),
                grounds.ground(DependencyStatus.PROPOSED));
    }

    DependencyState evolve(DependencyFact fact, Grounds grounds) {
        return switch (fact) {
            case DependencyProposed proposed ->
                proposed(proposed, grounds)
                        .withAgreements(agreements)
                        .withReviews(reviews)
                        .withPromisedFor(promisedFor)
                        .withStatus(status);
            case DependencyAgreed agreed -> agreed(agreed, grounds);
            case DependencyAgreementWithdrawn withdrawn -> noLongerAgreed(withdrawn.side(), grounds);
            case DependencyNeedChanged changed -> withNeededBy(grounds.ground(changed.neededBy()));
            case DependencyReviewed reviewed ->
                withReviews(Copies.with(
                        reviews,
                        reviewed.side(),
                        grounds.ground(new DependencyReview(
                                reviewed.side(),
                                reviewed.outlook(),
                                reviewed.summary(),
                                reviewed.reviewedBy(),
                                reviewed.reviewBy()))));
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
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (isOver(status.value())) return alerts;
        if (isConflict()) alerts.add(Alert.DEPENDENCY_CONFLICT);
        if (doSidesDisagree()) alerts.add(Alert.DEPENDENCY_SIDES_DISAGREE);
        for (Grounded<DependencyReview> review : reviews.values()) {
            LocalDate reviewBy = review.value().reviewBy();
            if (reviewBy != null && asOf.isAfter(reviewBy)) alerts.add(Alert.DEPENDENCY_REVIEW_OVERDUE);
        }
        return alerts;
    }

    /** Whether giver and receiver both agreed. */
    public boolean isAgreed() {
        return agreements.size() == DependencySide.values().length;
    }

    /** Whether both sides reported how they see it, and see it otherwise. */
    public boolean doSidesDisagree() {
        return reviews.values().stream()
                        .map(review -> review.value().outlook())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether nothing is to be delivered any more: it was met, or withdrawn. */
    public static boolean isOver(DependencyStatus status) {
        return status == DependencyStatus.MET || status == DependencyStatus.WITHDRAWN;
    }

    /** Whether it is promised for later than it is needed, and still to be met. */
    public boolean isConflict() {
        return isConflict(
                status.value(),
                neededBy == null ? null : neededBy.value(),
                promisedFor == null ? null : promisedFor.value());
    }

    /** The same of one that is known by these values only. */
    public static boolean isConflict(
            DependencyStatus status, @Nullable LocalDate neededBy, @Nullable LocalDate promisedFor) {
        return !isOver(status) && neededBy != null && promisedFor != null && promisedFor.isAfter(neededBy);
    }

    /** What one side does not agree to any more is proposed only. */
    private DependencyState noLongerAgreed(DependencySide side, Grounds grounds) {
        if (!agreements.containsKey(side)) return this;
        SortedMap<DependencySide, Grounded<Agreement>> others = new TreeMap<>(agreements);
        others.remove(side);
        return withAgreements(others)
                .withStatus(
                        status.value() == DependencyStatus.AGREED ? grounds.ground(DependencyStatus.PROPOSED) : status);
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
