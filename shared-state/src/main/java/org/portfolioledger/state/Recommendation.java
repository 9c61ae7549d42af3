package org.portfolioledger.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

/**
 * A recommendation of a review, and how far it has come.
 *
 * @param grade null: the source states none
 * @param owner who is to act on it; null: not stated
 * @param dueOn last day on which it is to be complete; null: not stated
 * @param repeats the earlier recommendation that it repeats
 * @param claim that it is complete; null: nobody claims it
 * @param verification that it is complete
 * @param ending why it was closed without being done
 */
@RecordBuilder
public record Recommendation(
        String recommendation,
        Grounded<String> text,
        @Nullable Grounded<String> category,
        @Nullable Grounded<RecommendationGrade> grade,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<LocalDate> dueOn,
        @Nullable Grounded<RecommendationRef> repeats,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<RecommendationState> state,
        @Nullable Grounded<GivenAnswer> answer,
        @Nullable Grounded<String> progress,
        @Nullable Grounded<CompletionClaim> claim,
        @Nullable Grounded<Verification> verification,
        @Nullable Grounded<NotDone> ending,
        @Nullable Grounded<String> reopened)
        implements RecommendationBuilder.With, Alerting {

    /** Whether it is accepted, and why. */
    public record GivenAnswer(
            RecommendationAnswer given, @Nullable String reason) {}

    /** That it is complete, as somebody claims. */
    public record CompletionClaim(@Nullable String claimedBy, List<Citation> evidence) {}

    /** That it is complete, as somebody else verified. */
    public record Verification(@Nullable String verifiedBy, List<Citation> evidence) {}

    /** Why it was closed without being done. */
    public record NotDone(String reason, List<Citation> evidence) {}

    static Recommendation made(RecommendationMade made, Grounds grounds) {
        return new Recommendation(
                made.recommendation(),
                grounds.ground(made.text()),
                grounds.maybe(made.category()),
                grounds.maybe(made.grade()),
                grounds.maybe(made.owner()),
                grounds.maybe(made.dueOn()),
                grounds.maybe(made.repeats()),
                grounds.ground(made.attributes()),
                grounds.ground(RecommendationState.OPEN),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Recommendation assigned(RecommendationAssigned assigned, Grounds grounds) {
        return withOwner(grounds.ground(assigned.owner()))
                .withDueOn(assigned.dueOn() == null ? dueOn : grounds.ground(assigned.dueOn()));
    }

    Recommendation answered(RecommendationAnswered answered, Grounds grounds) {
        RecommendationState reached = switch (answered.answer()) {
            case ACCEPTED -> RecommendationState.ACCEPTED;
            case PARTLY_ACCEPTED -> RecommendationState.PARTLY_ACCEPTED;
            case REJECTED -> RecommendationState.REJECTED;
        };
        return withState(grounds.ground(reached))
                .withAnswer(grounds.ground(new GivenAnswer(answered.answer(), answered.reason())));
    }

    Recommendation progressed(RecommendationProgressed progressed, Grounds grounds) {
        return withState(grounds.ground(RecommendationState.IN_PROGRESS))
                .withProgress(grounds.ground(progressed.progress()));
    }

    Recommendation claimed(RecommendationClaimed claimed, Grounds grounds) {
        return withState(grounds.ground(RecommendationState.CLAIMED_COMPLETE))
                .withClaim(grounds.ground(new CompletionClaim(claimed.claimedBy(), claimed.evidence())));
    }

    Recommendation verified(RecommendationVerified verified, Grounds grounds) {
        return withState(grounds.ground(RecommendationState.VERIFIED))
                .withVerification(grounds.ground(new Verification(verified.verifiedBy(), verified.evidence())));
    }

    /** What was claimed, verified or ended before holds no more. */
    Recommendation reopened(RecommendationReopened again, Grounds grounds) {
        return withState(grounds.ground(RecommendationState.OPEN))
                .withClaim(null)
                .withVerification(null)
                .withEnding(null)
                .withReopened(grounds.ground(again.reason()));
    }

    Recommendation closed(RecommendationClosed closed, Grounds grounds) {
        return withState(grounds.ground(RecommendationState.CLOSED_NOT_DONE))
                .withEnding(grounds.ground(new NotDone(closed.reason(), closed.evidence())));
    }

    /** Whether it is neither rejected nor followed to its end. */
    public boolean isOpen() {
        return state.value() != RecommendationState.REJECTED && !state.value().hasEnded();
    }

    /** Whether its owner is late with it. */
    public boolean isOverdue(LocalDate asOf) {
        return !state.value().isAnsweredFor() && dueOn != null && asOf.isAfter(dueOn.value());
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (isOverdue(asOf)) alerts.add(Alert.RECOMMENDATION_OVERDUE);
        if (repeats != null) alerts.add(Alert.RECOMMENDATION_RECURS);
        return alerts;
    }

    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (repeats != null)
            references.add(Reference.toFormer(Kinds.REVIEW, repeats.value().review(), repeats));
        if (claim != null) references.addAll(Reference.toCited(claim.value().evidence(), claim));
        if (verification != null)
            references.addAll(Reference.toCited(verification.value().evidence(), verification));
        if (ending != null) references.addAll(Reference.toCited(ending.value().evidence(), ending));
        return references;
    }
}
