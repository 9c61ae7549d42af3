package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;

/**
 * An assurance review.
 *
 * @param plannedFor day for which it is planned; null: not stated
 * @param actionPlanOf id of the review whose action plan it assures
 * @param held when it was; null: not yet
 * @param findings what it found, by id
 * @param recommendations by id
 * @param closure why it will not be held; null: it was not cancelled
 */
@RecordBuilder
public record ReviewState(
        @JsonProperty("id") String review,
        String register,
        Grounded<ReviewKind> kind,
        Grounded<ReviewSubject> subject,
        @Nullable Grounded<LocalDate> plannedFor,
        @Nullable Grounded<String> reviewer,
        @Nullable Grounded<String> actionPlanOf,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<ReviewSitting> held,
        @Nullable Grounded<ReviewReport> report,
        SortedMap<String, Grounded<String>> findings,
        SortedMap<String, Recommendation> recommendations,
        @Nullable Grounded<String> closure)
        implements ReviewStateBuilder.With, Alerting, Closable, Referring {

    /** When it was held. */
    public record ReviewSitting(@Nullable LocalDate until) {}

    /** What was reported. */
    public record ReviewReport(
            @Nullable RagRating deliveryConfidence,
            @Nullable String summary,
            @Nullable String document) {}

    static ReviewState opened(ReviewOpened opened, Grounds grounds) {
        return new ReviewState(
                opened.review(),
                opened.register(),
                grounds.ground(opened.kind()),
                grounds.ground(opened.subject()),
                grounds.maybe(opened.plannedFor()),
                grounds.maybe(opened.reviewer()),
                grounds.maybe(opened.actionPlanOf()),
                grounds.ground(opened.attributes()),
                null,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null);
    }

    ReviewState evolve(ReviewFact fact, Grounds grounds) {
        return switch (fact) {
            case ReviewOpened again -> again(opened(again, grounds));
            case ReviewRescheduled rescheduled -> withPlannedFor(grounds.ground(rescheduled.plannedFor()));
            case ReviewHeld sat -> withHeld(grounds.ground(new ReviewSitting(sat.until())));
            case ReviewReported reported -> withReport(grounds.ground(report(reported)));
            case ReviewCancelled cancelled -> withClosure(grounds.ground(cancelled.reason()));
            case FindingMade made -> withFindings(Copies.with(findings, made.finding(), grounds.ground(made.text())));
            case RecommendationMade made -> put(Recommendation.made(made, grounds));
            case RecommendationAssigned assigned ->
                change(assigned.recommendation(), it -> it.assigned(assigned, grounds));
            case RecommendationAnswered answered ->
                change(answered.recommendation(), it -> it.answered(answered, grounds));
            case RecommendationProgressed progressed ->
                change(progressed.recommendation(), it -> it.progressed(progressed, grounds));
            case RecommendationClaimed claimed -> change(claimed.recommendation(), it -> it.claimed(claimed, grounds));
            case RecommendationVerified verified ->
                change(verified.recommendation(), it -> it.verified(verified, grounds));
            case RecommendationReopened reopened ->
                change(reopened.recommendation(), it -> it.reopened(reopened, grounds));
            case RecommendationClosed closed -> change(closed.recommendation(), it -> it.closed(closed, grounds));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.addAll(Reference.toMaybe(Kinds.INITIATIVE, subject.value().initiative(), subject));
        references.addAll(Reference.toMaybe(Kinds.PORTFOLIO, subject.value().portfolio(), subject));
        if (actionPlanOf != null) references.add(Reference.to(Kinds.REVIEW, actionPlanOf.value(), actionPlanOf));
        if (report != null)
            references.addAll(Reference.toMaybe(Kinds.DOCUMENT, report.value().document(), report));
        for (Recommendation recommendation : recommendations.values()) references.addAll(recommendation.references());
        return references;
    }

    /** A review that is planned for a day that has passed, and was neither held nor cancelled. */
    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean missed =
                isOpen() && held == null && report == null && plannedFor != null && asOf.isAfter(plannedFor.value());
        return missed ? Set.of(Alert.REVIEW_NOT_HELD) : Set.of();
    }

    /** Whether it is a gate that was reported as red: then an assurance of its action plan is due. */
    public boolean isRedGate() {
        return kind.value().isGate() && report != null && report.value().deliveryConfidence() == RagRating.RED;
    }

    private ReviewState again(ReviewState opened) {
        return opened.withPlannedFor(opened.plannedFor == null ? plannedFor : opened.plannedFor)
                .withHeld(held)
                .withReport(report)
                .withFindings(findings)
                .withRecommendations(recommendations)
                .withClosure(closure);
    }

    private static ReviewReport report(ReviewReported reported) {
        return new ReviewReport(reported.deliveryConfidence(), reported.summary(), reported.report());
    }

    private ReviewState put(Recommendation recommendation) {
        return withRecommendations(Copies.with(recommendations, recommendation.recommendation(), recommendation));
    }

    /** What was never made, as far as is known, does not change. */
    private ReviewState change(String id, UnaryOperator<Recommendation> change) {
        Recommendation made = recommendations.get(id);
        return made == null ? this : put(change.apply(made));
    }
}
