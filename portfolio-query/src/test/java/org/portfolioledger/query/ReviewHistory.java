package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RagRating;

/** What tests tell of reviews. */
public final class ReviewHistory {

    private ReviewHistory() {}

    public static GovernanceFact review(String id, ReviewKind kind, ReviewSubject subject, String day) {
        return review(id, kind, subject, null, day);
    }

    /** A review that assures the action plan of another; null: of none. */
    public static GovernanceFact review(
            String id, ReviewKind kind, ReviewSubject subject, @Nullable String actionPlanOf, String day) {
        return new ReviewFact.ReviewOpened(
                id,
                "MPS",
                kind,
                subject,
                LocalDate.parse(day).plusDays(30),
                null,
                actionPlanOf,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact held(String review, String day) {
        return new ReviewFact.ReviewHeld(review, null, on(day));
    }

    public static GovernanceFact reported(String review, RagRating confidence, String day) {
        return new ReviewFact.ReviewReported(review, confidence, null, null, on(day));
    }

    public static GovernanceFact reviewCancelled(String review, String day) {
        return new ReviewFact.ReviewCancelled(review, "paused", on(day));
    }

    /** A recommendation that is to be complete within thirty days. */
    public static GovernanceFact recommended(String review, String id, RecommendationGrade grade, String day) {
        return new ReviewFact.RecommendationMade(
                review,
                id,
                "Secure the loan",
                null,
                grade,
                new Holder("P-1", null),
                LocalDate.parse(day).plusDays(30),
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact claimed(String review, String recommendation, String day) {
        return new ReviewFact.RecommendationClaimed(
                review, recommendation, "P-1", List.of(new Citation(null, "Agreement")), on(day));
    }

    public static GovernanceFact verified(String review, String recommendation, String day) {
        return new ReviewFact.RecommendationVerified(review, recommendation, "P-2", List.of(), on(day));
    }
}
