package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.EVIDENCE;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;

/** One full life of a review: every fact of the family, and every field of its state. */
final class ReviewLife {

    private ReviewLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.REVIEW)
                .then(new ReviewFact.ReviewOpened(
                        "RV-1",
                        "MPS",
                        ReviewKind.AAP,
                        new ReviewSubject("PG-DRM", null, null),
                        LocalDate.parse("2011-08-01"),
                        "Deloitte",
                        "RV-0",
                        attributes(),
                        VAGUE))
                .then(new ReviewFact.ReviewRescheduled("RV-1", LocalDate.parse("2011-09-01"), null, on("2011-06-01")))
                .then(new ReviewFact.ReviewHeld("RV-1", LocalDate.parse("2011-09-09"), on("2011-09-01")))
                .then(new ReviewFact.ReviewReported("RV-1", RagRating.RED, "no strategy", "DOC-1", on("2011-10-01")))
                .then(new ReviewFact.FindingMade("RV-1", "F-1", "SROs change", on("2011-10-01")))
                .then(new ReviewFact.RecommendationMade(
                        "RV-1",
                        "R-1",
                        "plan",
                        "Strategy",
                        RecommendationGrade.ESSENTIAL_DO_BY,
                        new Holder("PN-021", null),
                        LocalDate.parse("2012-03-31"),
                        new RecommendationRef("RV-0", "R-7"),
                        attributes(),
                        on("2011-10-01")))
                .then(new ReviewFact.RecommendationAssigned(
                        "RV-1", "R-1", new Holder("PN-022", null), null, null, on("2011-10-02")))
                .then(new ReviewFact.RecommendationAnswered(
                        "RV-1", "R-1", RecommendationAnswer.PARTLY_ACCEPTED, "too wide", on("2011-10-03")))
                .then(new ReviewFact.RecommendationProgressed("RV-1", "R-1", "drafted", on("2011-11-01")))
                .then(new ReviewFact.RecommendationClaimed("RV-1", "R-1", "PN-022", EVIDENCE, on("2012-02-01")))
                .then(new ReviewFact.RecommendationVerified("RV-1", "R-1", "PN-021", EVIDENCE, on("2012-03-01")))
                .then(new ReviewFact.RecommendationReopened("RV-1", "R-1", "lapsed", on("2012-04-01")))
                .then(new ReviewFact.RecommendationClosed("RV-1", "R-1", "overtaken", EVIDENCE, on("2012-05-01")))
                .then(new ReviewFact.ReviewCancelled("RV-1", "paused", on("2012-06-01")));
    }
}
