package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
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
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RagRating;

/** What tests record of reviews. */
public final class ReviewFacts {

    private ReviewFacts() {}

    /** A review of an initiative. */
    public static ReviewOpened review(String id, ReviewKind kind, String initiative, String day) {
        return new ReviewOpened(
                id,
                "ACME",
                kind,
                new ReviewSubject(initiative, null, null),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ReviewRescheduled reviewDue(String id, String plannedFor, String day) {
        return new ReviewRescheduled(id, day(plannedFor), null, on(day));
    }

    public static ReviewHeld held(String id, String day) {
        return new ReviewHeld(id, null, on(day));
    }

    public static ReviewReported reported(String id, @Nullable RagRating confidence, String day) {
        return new ReviewReported(id, confidence, null, null, on(day));
    }

    public static ReviewCancelled reviewCancelled(String id, String day) {
        return new ReviewCancelled(id, "Paused", on(day));
    }

    public static FindingMade found(String id, String finding, String day) {
        return new FindingMade(id, finding, "Two share the role", on(day));
    }

    /** A recommendation that its owner is to act on within a year. */
    public static RecommendationMade recommended(String review, String id, @Nullable String owner, String day) {
        return new RecommendationMade(
                review,
                id,
                "Secure the loan",
                null,
                RecommendationGrade.ESSENTIAL_DO_BY,
                owner == null ? null : new Holder(owner, null),
                day(day).plusYears(1),
                null,
                new TreeMap<>(),
                on(day));
    }

    public static RecommendationAssigned assigned(String review, String id, String owner, String day) {
        return new RecommendationAssigned(review, id, new Holder(owner, null), null, null, on(day));
    }

    public static RecommendationAnswered answered(String review, String id, RecommendationAnswer answer, String day) {
        return new RecommendationAnswered(review, id, answer, null, on(day));
    }

    public static RecommendationProgressed progressed(String review, String id, String day) {
        return new RecommendationProgressed(review, id, "Terms agreed", on(day));
    }

    public static RecommendationClaimed claimed(String review, String id, @Nullable String person, String day) {
        return new RecommendationClaimed(review, id, person, List.of(new Citation(null, "Agreement")), on(day));
    }

    public static RecommendationVerified verified(String review, String id, @Nullable String person, String day) {
        return new RecommendationVerified(review, id, person, List.of(), on(day));
    }

    public static RecommendationReopened reopened(String review, String id, String day) {
        return new RecommendationReopened(review, id, "The lender withdrew", on(day));
    }

    public static RecommendationClosed closedNotDone(String review, String id, String day) {
        return new RecommendationClosed(review, id, "No loan", List.of(new Citation(null, "Minutes")), on(day));
    }
}
