package org.portfolioledger.command.review;

import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.ReviewFacts.found;
import static org.portfolioledger.command.ReviewFacts.held;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reported;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.reviewCancelled;
import static org.portfolioledger.command.ReviewFacts.reviewDue;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;

class ReviewTest {

    private final Given given = Given.persons("p-a", "p-b")
            .facts(
                    initiative("PG", "2020-01-01"),
                    portfolio("PF", "2020-01-01"),
                    review("RV", ReviewKind.GATE_2, "PG", "2020-02-01"));

    @Test
    void a_review_is_put_on_record_once() {
        var opened = review("RV-2", ReviewKind.PAR, "PG", "2020-02-01");
        given.when(opened).records(opened).reads("initiative-PG");
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_one_initiative_or_one_portfolio_on_record() {
        var opened = review("RV-2", ReviewKind.PAR, "PG", "2020-02-01");
        given.when(with(opened, "subject", new ReviewSubject(null, "PF", null))).isRecorded();
        given.when(with(opened, "subject", new ReviewSubject("PG-9", null, null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/initiative");
        given.when(with(opened, "subject", new ReviewSubject(null, "PF-9", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/portfolio");
        for (ReviewSubject unclear : List.of(new ReviewSubject(null, null, null), new ReviewSubject("PG", "PF", null)))
            given.whenMigrating(with(opened, "subject", unclear))
                    .refuses(ReviewRule.AMBIGUOUS_REVIEW_SUBJECT)
                    .at("/subject");
    }

    @Test
    void what_is_only_described_is_reviewed_in_migrated_history_alone() {
        var opened = with(
                review("RV-2", ReviewKind.EXTERNAL_REVIEW, "PG", "2012-08-01"),
                "subject",
                new ReviewSubject(null, null, "IT strategy"));
        given.when(opened).refuses(ReviewRule.REVIEW_WITHOUT_SUBJECT).at("/subject");
        given.whenMigrating(opened).unmet(ReviewRule.REVIEW_WITHOUT_SUBJECT);
    }

    @Test
    void an_assurance_of_action_plan_names_the_review_whose_plan_it_assures() {
        var assurance = review("AAP", ReviewKind.AAP, "PG", "2020-03-01");
        given.when(with(assurance, "actionPlanOf", "RV")).isRecorded();
        given.when(assurance).refuses(ReviewRule.ACTION_PLAN_OF_NOTHING).at("/actionPlanOf");
        given.whenMigrating(assurance).unmet(ReviewRule.ACTION_PLAN_OF_NOTHING);
        for (String nowhere : List.of("RV-9", "AAP"))
            given.when(with(assurance, "actionPlanOf", nowhere))
                    .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                    .at("/actionPlanOf");
        given.whenMigrating(with(review("PAR", ReviewKind.PAR, "PG", "2020-03-01"), "actionPlanOf", "RV"))
                .refuses(ReviewRule.NO_ACTION_PLAN_TO_ASSURE)
                .at("/actionPlanOf");
        var ofAnother = with(with(assurance, "actionPlanOf", "RV"), "subject", new ReviewSubject(null, "PF", null));
        given.when(ofAnother).refuses(ReviewRule.ASSURES_ANOTHER_SUBJECT).at("/subject");
        given.whenMigrating(ofAnother).unmet(ReviewRule.ASSURES_ANOTHER_SUBJECT);
    }

    @Test
    void one_that_was_held_is_neither_cancelled_nor_planned_anew() {
        given.facts(held("RV", "2020-03-01"));
        given.when(reviewCancelled("RV", "2020-03-01"))
                .refuses(ReviewRule.REVIEW_HELD_BY_THEN)
                .against(4L);
        given.when(reviewDue("RV", "2041-01-01", "2040-01-01")).refuses(ReviewRule.REVIEW_HELD_BY_THEN);
        given.when(reviewDue("RV", "2020-06-01", "2020-02-29")).isRecorded();
    }

    @Test
    void it_is_held_before_it_is_reported() {
        given.when(reported("RV", RagRating.RED, "2020-03-01")).refuses(ReviewRule.REPORTED_BEFORE_HELD);
        given.whenMigrating(reported("RV", RagRating.RED, "2020-03-01")).unmet(ReviewRule.REPORTED_BEFORE_HELD);
        given.facts(held("RV", "2020-03-01"));
        given.when(reported("RV", RagRating.RED, "2020-03-01")).isRecorded();
        given.when(reported("RV", RagRating.RED, "2040-03-01")).isRecorded();
        given.when(reported("RV", RagRating.RED, "2020-02-29")).refuses(ReviewRule.REPORTED_BEFORE_HELD);
    }

    @Test
    void it_is_held_once_and_reported_once() {
        given.facts(held("RV", "2020-03-01"), reported("RV", null, "2020-03-10"));
        for (String day : List.of("2020-03-05", "2020-03-11", "2040-01-01")) {
            given.when(held("RV", day)).refuses(ReviewRule.REVIEW_STEP_TAKEN).entry("held");
            given.when(reported("RV", null, day))
                    .refuses(ReviewRule.REVIEW_STEP_TAKEN)
                    .entry("reported");
        }
        given.when(held("RV", "2020-02-15")).refuses(ReviewRule.REVIEW_STEP_TAKEN);
    }

    @Test
    void it_ends_no_earlier_than_it_is_held() {
        given.when(with(held("RV", "2020-03-01"), "until", day("2020-03-01"))).isRecorded();
        given.when(with(held("RV", "2020-03-01"), "until", day("2020-02-29")))
                .refuses(ReviewRule.IMPOSSIBLE_SITTING)
                .at("/until");
    }

    @Test
    void its_report_is_a_document_on_record() {
        given.facts(held("RV", "2020-03-01"), document("DOC", 1, "2020-03-01"));
        given.when(with(reported("RV", null, "2020-03-10"), "report", "DOC")).isRecorded();
        given.when(with(reported("RV", null, "2020-03-10"), "report", "DOC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/report");
    }

    @Test
    void nothing_is_planned_held_found_or_recommended_after_it_is_cancelled() {
        given.facts(reviewCancelled("RV", "2020-03-01"));
        given.when(reviewDue("RV", "2020-06-01", "2020-02-29")).isRecorded();
        for (String day : List.of("2020-03-01", "2040-01-01")) {
            given.when(reviewDue("RV", "2041-01-01", day))
                    .refuses(ReviewRule.REVIEW_CANCELLED_ALREADY)
                    .against(4L);
            given.when(held("RV", day)).refuses(ReviewRule.REVIEW_CANCELLED_ALREADY);
            given.when(found("RV", "F", day)).refuses(ReviewRule.REVIEW_CANCELLED_ALREADY);
            given.when(recommended("RV", "R", "p-a", day)).refuses(ReviewRule.REVIEW_CANCELLED_ALREADY);
        }
        given.when(reviewCancelled("RV", "2020-04-01")).refuses(ReviewRule.REVIEW_CANCELLED_ALREADY);
    }

    @Test
    void it_is_cancelled_no_earlier_than_it_is_put_on_record_and_not_before_what_was_held() {
        given.when(reviewCancelled("RV", "2020-02-01")).isRecorded();
        given.when(reviewCancelled("RV", "2020-01-31")).refuses(ReviewRule.REVIEW_CANCELLED_BEFORE_IT_BEGAN);
        given.facts(held("RV", "2020-03-01"));
        given.when(reviewCancelled("RV", "2020-02-29"))
                .refuses(ReviewRule.REVIEW_CANCELLED_ALREADY)
                .against(4L);
    }

    @Test
    void findings_and_recommendations_have_ids_of_their_own() {
        given.facts(found("RV", "F", "2020-03-01"), recommended("RV", "R", "p-a", "2020-03-01"));
        given.when(found("RV", "f", "2020-04-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(4L);
        given.when(recommended("RV", "r", "p-a", "2020-04-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(5L);
        given.when(found("RV", "R", "2020-04-01")).isRecorded();
    }

    @Test
    void a_recommendation_repeats_one_that_was_made_and_never_itself() {
        given.facts(recommended("RV", "R", "p-a", "2020-03-01"));
        var again = recommended("RV", "R-2", "p-a", "2020-04-01");
        given.when(with(again, "repeats", new RecommendationRef("RV", "R"))).isRecorded();
        given.when(with(again, "repeats", new RecommendationRef("RV", "R-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/repeats/recommendation");
        given.when(with(again, "repeats", new RecommendationRef("RV-9", "R")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/repeats/review");
        given.when(with(again, "repeats", new RecommendationRef("RV", "r-2")))
                .refuses(ReviewRule.OWN_REPETITION)
                .at("/repeats");
    }
}
