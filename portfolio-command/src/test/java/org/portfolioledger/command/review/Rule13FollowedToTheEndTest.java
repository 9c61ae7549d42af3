package org.portfolioledger.command.review;

import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.ReviewFacts.answered;
import static org.portfolioledger.command.ReviewFacts.assigned;
import static org.portfolioledger.command.ReviewFacts.claimed;
import static org.portfolioledger.command.ReviewFacts.closedNotDone;
import static org.portfolioledger.command.ReviewFacts.progressed;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reopened;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.verified;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.vocabulary.Citation;

/** Rule 13: an essential recommendation has a date, closing one needs evidence, and each goes its way step by step. */
class Rule13FollowedToTheEndTest {

    private final Given given = Given.persons("p-owner", "p-other", "p-assurance")
            .facts(
                    initiative("PG", "2020-01-01"),
                    review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                    recommended("RV", "R", "p-owner", "2020-02-01"));

    @Test
    void an_essential_recommendation_has_a_date() {
        var undated = with(recommended("RV", "R-2", "p-owner", "2020-02-01"), "dueOn", null);
        given.when(undated).refuses(ReviewRule.ESSENTIAL_WITHOUT_DATE).at("/dueOn");
        given.whenMigrating(undated).unmet(ReviewRule.ESSENTIAL_WITHOUT_DATE);
        given.when(recommended("RV", "R-2", "p-owner", "2020-02-01")).isRecorded();
        given.whenReplaced(3, with(recommended("RV", "R", "p-owner", "2020-02-01"), "dueOn", null))
                .refuses(ReviewRule.ESSENTIAL_WITHOUT_DATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRITICAL_DO_NOW", "RECOMMENDED"})
    void another_one_needs_none(RecommendationGrade grade) {
        var undated = with(recommended("RV", "R-2", "p-owner", "2020-02-01"), "dueOn", null);
        given.when(with(undated, "grade", grade)).isRecorded();
    }

    @Test
    void a_grade_that_the_source_does_not_state_is_recorded_as_such() {
        var ungraded = with(recommended("RV", "R-2", "p-owner", "2020-02-01"), "grade", null);
        given.when(ungraded).refuses(ReviewRule.RECOMMENDATION_WITHOUT_GRADE).at("/grade");
        given.whenMigrating(ungraded).unmet(ReviewRule.RECOMMENDATION_WITHOUT_GRADE);
    }

    @Test
    void closing_it_needs_evidence() {
        given.facts(document("DOC", 1, "2020-01-01"));
        for (GovernanceFact closing : List.<GovernanceFact>of(
                with(claimed("RV", "R", "p-owner", "2020-03-01"), "evidence", List.of()),
                with(closedNotDone("RV", "R", "2020-03-01"), "evidence", List.of()))) {
            given.when(closing).refuses(ReviewRule.CLOSED_WITHOUT_EVIDENCE).at("/evidence");
            given.whenMigrating(closing).unmet(ReviewRule.CLOSED_WITHOUT_EVIDENCE);
        }
        given.when(with(claimed("RV", "R", "p-owner", "2020-03-01"), "evidence", List.of(new Citation("DOC", null))))
                .isRecorded();
        given.when(with(claimed("RV", "R", "p-owner", "2020-03-01"), "evidence", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/evidence/0/document");
    }

    @Test
    void what_was_never_recommended_is_nowhere() {
        for (GovernanceFact fact : List.of(
                assigned("RV", "R-9", "p-other", "2020-03-01"),
                answered("RV", "R-9", RecommendationAnswer.ACCEPTED, "2020-03-01"),
                progressed("RV", "R-9", "2020-03-01"),
                claimed("RV", "R-9", "p-owner", "2020-03-01"),
                verified("RV", "R-9", "p-assurance", "2020-03-01"),
                reopened("RV", "R-9", "2020-03-01"),
                closedNotDone("RV", "R-9", "2020-03-01"))) given.when(fact).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void it_is_found_in_every_spelling_and_recorded_in_the_first() {
        given.when(claimed("RV", "r", "p-owner", "2020-03-01")).records(claimed("RV", "R", "p-owner", "2020-03-01"));
    }

    @Test
    void nothing_becomes_of_it_before_it_was_made() {
        given.when(claimed("RV", "R", "p-owner", "2020-02-01")).isRecorded();
        for (GovernanceFact fact : List.of(
                assigned("RV", "R", "p-other", "2020-01-31"),
                claimed("RV", "R", "p-owner", "2020-01-31"),
                closedNotDone("RV", "R", "2020-01-31")))
            given.when(fact).refuses(ReviewRule.RECOMMENDATION_NOT_MADE_YET).against(3L);
    }

    @Test
    void it_is_verified_only_after_it_was_claimed() {
        given.when(verified("RV", "R", "p-assurance", "2020-03-01")).refuses(ReviewRule.VERIFIED_WITHOUT_CLAIM);
        given.whenMigrating(verified("RV", "R", "p-assurance", "2020-03-01")).unmet(ReviewRule.VERIFIED_WITHOUT_CLAIM);
        given.facts(claimed("RV", "R", "p-owner", "2020-03-01"));
        given.when(verified("RV", "R", "p-assurance", "2020-03-01")).isRecorded();
        given.when(verified("RV", "R", "p-assurance", "2040-03-01")).isRecorded();
        given.when(verified("RV", "R", "p-assurance", "2020-02-29"))
                .refusesAll(ReviewRule.VERIFIED_WITHOUT_CLAIM, ReviewRule.RECOMMENDATION_ENDED);
    }

    @Test
    void who_verified_it_is_named() {
        given.facts(claimed("RV", "R", "p-owner", "2020-03-01"));
        given.when(verified("RV", "R", null, "2020-04-01"))
                .refuses(ReviewRule.VERIFIER_NOT_NAMED)
                .at("/verifiedBy");
        given.whenMigrating(verified("RV", "R", null, "2020-04-01")).unmet(ReviewRule.VERIFIER_NOT_NAMED);
        given.when(verified("RV", "R", "p-nobody", "2020-04-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/verifiedBy");
    }

    @Test
    void what_ended_changes_no_more_until_it_is_reopened() {
        List<List<GovernanceFact>> ends = List.of(
                List.of(claimed("RV", "R", "p-owner", "2020-03-01"), verified("RV", "R", "p-assurance", "2020-04-01")),
                List.of(closedNotDone("RV", "R", "2020-04-01")));
        for (List<GovernanceFact> end : ends) {
            Given ended = Given.persons("p-owner", "p-other", "p-assurance")
                    .facts(
                            initiative("PG", "2020-01-01"),
                            review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                            recommended("RV", "R", "p-owner", "2020-02-01"))
                    .facts(end.toArray(GovernanceFact[]::new));
            for (String day : List.of("2020-04-01", "2040-01-01"))
                for (GovernanceFact fact : List.of(
                        assigned("RV", "R", "p-other", day),
                        answered("RV", "R", RecommendationAnswer.REJECTED, day),
                        progressed("RV", "R", day),
                        claimed("RV", "R", "p-owner", day),
                        closedNotDone("RV", "R", day.replace("-04-01", "-04-02"))))
                    ended.when(fact).refuses(ReviewRule.RECOMMENDATION_ENDED).against(ended.head());
            ended.and(reopened("RV", "R", "2020-05-01"));
            ended.when(progressed("RV", "R", "2020-05-01")).isRecorded();
            ended.when(claimed("RV", "R", "p-other", "2020-06-01")).isRecorded();
            ended.when(progressed("RV", "R", "2020-04-30")).refuses(ReviewRule.RECOMMENDATION_ENDED);
        }
    }

    @Test
    void an_end_is_not_back_dated_before_what_came_after() {
        given.facts(progressed("RV", "R", "2020-06-01"));
        given.when(closedNotDone("RV", "R", "2020-06-01")).isRecorded();
        given.when(closedNotDone("RV", "R", "2020-05-31"))
                .refuses(ReviewRule.RECOMMENDATION_ENDED)
                .against(4L);
    }

    @Test
    void what_was_rejected_is_answered_anew_or_closed_and_not_claimed() {
        given.facts(answered("RV", "R", RecommendationAnswer.REJECTED, "2020-03-01"));
        given.when(claimed("RV", "R", "p-owner", "2020-04-01")).refuses(ReviewRule.RECOMMENDATION_ENDED);
        given.when(progressed("RV", "R", "2020-04-01")).refuses(ReviewRule.RECOMMENDATION_ENDED);
        given.when(answered("RV", "R", RecommendationAnswer.PARTLY_ACCEPTED, "2020-04-01"))
                .isRecorded();
        given.when(closedNotDone("RV", "R", "2020-04-01")).isRecorded();
    }

    @Test
    void only_what_was_closed_is_reopened() {
        for (Rule rule : List.<Rule>of(ReviewRule.RECOMMENDATION_STILL_OPEN))
            given.when(reopened("RV", "R", "2020-03-01")).refuses(rule);
        given.facts(claimed("RV", "R", "p-owner", "2020-03-01"));
        given.when(reopened("RV", "R", "2020-03-01")).isRecorded();
        given.when(reopened("RV", "R", "2020-02-29")).refusesAll(ReviewRule.RECOMMENDATION_STILL_OPEN);
    }

    @Test
    void a_date_may_come_with_the_owner() {
        given.migrated(
                with(recommended("RV", "OLD", null, "2012-10-01"), "dueOn", null), ReviewRule.ESSENTIAL_WITHOUT_DATE);
        given.when(with(assigned("RV", "OLD", "p-owner", "2020-03-01"), "dueOn", day("2020-12-31")))
                .isRecorded();
    }
}
