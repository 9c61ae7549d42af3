package org.portfolioledger.command.action;

import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.ActionFacts.actionDue;
import static org.portfolioledger.command.ActionFacts.actionProgress;
import static org.portfolioledger.command.ActionFacts.done;
import static org.portfolioledger.command.ActionFacts.dropped;
import static org.portfolioledger.command.ActionFacts.handedOn;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

class ActionTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a", "p-b")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    boardDecided("BD", "D-1", "POLICY", "2020-01-10"),
                    review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                    recommended("RV", "R", "p-a", "2020-01-15"),
                    meeting("M", "BD", "2020-01-20", "2020-01-10"));

    @Test
    void an_action_is_put_on_record_once() {
        var opened = action("ACT", "p-a", "2020-06-30", BEGIN);
        given.when(opened).records(opened);
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void what_is_not_on_record_is_neither_reported_nor_done() {
        given.when(actionProgress("ACT", "Half", BEGIN)).refuses(ReferenceRule.NOT_FOUND);
        given.when(done("ACT", BEGIN)).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void its_owner_is_a_person_of_the_directory_a_post_or_both() {
        var opened = action("ACT", "p-a", null, BEGIN);
        given.when(with(opened, "owner", new Holder(null, "Head of Finance"))).isRecorded();
        given.when(with(opened, "owner", new Holder("p-nobody", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
        given.when(with(opened, "owner", new Holder(null, null)))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/owner");
        given.when(with(opened, "owner", null))
                .refuses(ActionRule.ACTION_WITHOUT_OWNER)
                .at("/owner");
        given.whenMigrating(with(opened, "owner", null)).unmet(ActionRule.ACTION_WITHOUT_OWNER);
    }

    @Test
    void it_comes_from_one_thing_or_from_none() {
        var opened = action("ACT", "p-a", null, BEGIN);
        given.when(with(opened, "decision", 3L)).isRecorded().restsOn(3L);
        given.when(with(opened, "recommendation", new RecommendationRef("RV", "R")))
                .isRecorded();
        given.when(with(opened, "meeting", "M")).isRecorded();
        given.when(with(opened, "meeting", "M-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/meeting");
        given.when(with(opened, "origin", "The auditors")).isRecorded();
        for (var both : List.of(
                with(with(opened, "meeting", "M"), "origin", "The auditors"),
                with(with(opened, "decision", 3L), "recommendation", new RecommendationRef("RV", "R")))) {
            given.when(both).refuses(ActionRule.AMBIGUOUS_ORIGIN).entry("2 origins");
            given.whenMigrating(both).refuses(ActionRule.AMBIGUOUS_ORIGIN);
        }
    }

    @Test
    void the_decision_and_the_recommendation_from_which_it_comes_are_on_record() {
        var opened = action("ACT", "p-a", null, BEGIN);
        for (long position : List.of(1L, 2L, 99L))
            given.when(with(opened, "decision", position))
                    .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                    .at("/decision");
        given.when(with(opened, "recommendation", new RecommendationRef("RV", "R-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/recommendation/recommendation");
        given.when(with(opened, "recommendation", new RecommendationRef("RV-9", "R")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/recommendation/review");
    }

    @Test
    void it_concerns_an_initiative_that_is_open_that_day() {
        given.facts(closed("PG", "2020-03-01"));
        given.when(with(action("ACT", "p-a", null, "2020-02-29"), "initiative", "PG"))
                .isRecorded();
        given.when(with(action("ACT", "p-a", null, "2020-03-01"), "initiative", "PG"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/initiative");
        given.when(with(action("ACT", "p-a", null, BEGIN), "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
    }

    @Test
    void it_is_handed_on_to_a_person_of_the_directory() {
        given.facts(action("ACT", "p-a", null, BEGIN));
        given.when(handedOn("ACT", "p-b", "2020-03-01")).isRecorded();
        given.when(handedOn("ACT", "p-nobody", "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
    }

    @Test
    void it_is_done_with_evidence() {
        given.facts(action("ACT", "p-a", null, BEGIN), document("DOC", 1, BEGIN));
        var done = done("ACT", "2020-03-01");
        given.when(with(done, "evidence", List.of(new Citation("DOC", null)))).isRecorded();
        given.when(with(done, "doneBy", "p-b")).isRecorded();
        given.when(with(done, "evidence", List.of()))
                .refuses(ActionRule.DONE_WITHOUT_EVIDENCE)
                .at("/evidence");
        given.whenMigrating(with(done, "evidence", List.of())).unmet(ActionRule.DONE_WITHOUT_EVIDENCE);
        given.when(with(done, "evidence", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/evidence/0/document");
        given.when(with(done, "evidence", List.of(new Citation(null, "Letter"), new Citation(null, "Letter"))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/evidence/1");
        given.when(with(done, "doneBy", "p-nobody"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/doneBy");
    }

    @Test
    void nothing_comes_after_its_end() {
        for (var end : List.of(done("ACT", "2020-06-01"), dropped("ACT", "2020-06-01"))) {
            Given ended = Given.persons("p-a", "p-b").facts(action("ACT", "p-a", null, BEGIN), end);
            ended.when(actionProgress("ACT", "Half", "2020-05-31")).isRecorded();
            for (String day : List.of("2020-06-01", "2040-01-01")) {
                ended.when(actionProgress("ACT", "Half", day))
                        .refuses(ActionRule.ACTION_ENDED)
                        .against(2L)
                        .entry("2020-06-01");
                ended.when(handedOn("ACT", "p-b", day)).refuses(ActionRule.ACTION_ENDED);
                ended.when(actionDue("ACT", "2041-01-01", day)).refuses(ActionRule.ACTION_ENDED);
            }
            ended.when(dropped("ACT", "2020-07-01")).refuses(ActionRule.ACTION_ENDED);
        }
    }

    @Test
    void its_end_is_not_back_dated_before_what_came_after() {
        given.facts(action("ACT", "p-a", null, BEGIN), actionProgress("ACT", "Half", "2020-06-01"));
        given.when(done("ACT", "2020-06-01")).isRecorded();
        given.when(done("ACT", "2020-05-31")).refuses(ActionRule.ACTION_ENDED).against(8L);
    }

    @Test
    void it_ends_no_earlier_than_it_begins() {
        given.facts(action("ACT", "p-a", null, BEGIN));
        given.when(done("ACT", BEGIN)).isRecorded();
        given.when(dropped("ACT", "2020-01-31"))
                .refuses(ActionRule.ACTION_ENDED_BEFORE_IT_BEGAN)
                .against(7L);
    }

    @Test
    void an_end_that_was_entered_in_error_is_in_nobodys_way() {
        given.facts(action("ACT", "p-a", null, BEGIN), done("ACT", "2020-06-01"));
        given.and(given.whenStruck(8));
        given.when(actionProgress("ACT", "Half", "2020-07-01")).isRecorded();
    }
}
