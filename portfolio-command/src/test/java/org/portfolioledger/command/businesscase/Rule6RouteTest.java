package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.condition;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED_IN_PRINCIPLE;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED_WITH_CONDITIONS;
import static org.portfolioledger.vocabulary.BoardOutcome.DEFERRED;
import static org.portfolioledger.vocabulary.BoardOutcome.ENDORSED;
import static org.portfolioledger.vocabulary.BoardOutcome.REJECTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 6, along the route: final only when every board before has decided in order and every condition is discharged. */
class Rule6RouteTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("B1", "2020-01-01"),
                    board("B2", "2020-01-01"),
                    board("B3", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("B1", "B2", "B3"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"));

    @Test
    void an_approval_is_final_when_the_boards_before_have_decided_in_order() {
        given.and(by("B1", ENDORSED, "2020-03-01"))
                .and(by("B2", ENDORSED, "2020-04-01"))
                .when(by("B3", APPROVED, "2020-04-01"))
                .records(by("B3", APPROVED, "2020-04-01"));
    }

    @Test
    void an_approval_one_day_before_the_board_before_is_refused() {
        given.facts(by("B1", ENDORSED, "2020-03-01"), by("B2", ENDORSED, "2020-04-01"));
        given.when(by("B3", APPROVED, "2020-03-31"))
                .refusesAll(BusinessCaseRule.ROUTE_OUT_OF_ORDER, BusinessCaseRule.ALREADY_FINAL);
        given.when(by("B3", APPROVED, "2020-02-12"))
                .refusesAll(BusinessCaseRule.ROUTE_OUT_OF_ORDER, BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void an_approval_without_one_of_the_boards_before_is_refused_in_time_to_come_too() {
        given.facts(by("B2", ENDORSED, "2020-04-01"));
        given.when(by("B3", APPROVED, "2040-04-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .entry("B1");
    }

    @Test
    void boards_that_decided_in_another_order_leave_no_way_to_the_final_approval() {
        given.facts(by("B2", ENDORSED, "2020-03-01"), by("B1", ENDORSED, "2020-04-01"));
        given.when(by("B3", APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(8L)
                .entry("B2");
        given.and(by("B2", ENDORSED, "2020-04-02"))
                .when(by("B3", APPROVED, "2020-05-01"))
                .isRecorded();
    }

    @Test
    void a_board_that_endorses_once_more_does_not_upset_the_order() {
        given.facts(
                by("B1", ENDORSED, "2020-03-01"), by("B2", ENDORSED, "2020-04-01"), by("B1", ENDORSED, "2020-04-15"));
        given.when(by("B3", APPROVED, "2020-05-01")).isRecorded();
    }

    @Test
    void a_board_that_thinks_better_of_it_stands_in_the_way() {
        given.facts(
                by("B1", ENDORSED, "2020-03-01"), by("B2", ENDORSED, "2020-04-01"), by("B1", REJECTED, "2020-04-15"));
        given.when(by("B3", APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(10L)
                .entry("B1");
        given.when(by("B3", APPROVED, "2020-04-14"))
                .refuses(BusinessCaseRule.ALREADY_FINAL)
                .against(10L);
    }

    @ParameterizedTest
    @EnumSource(
            value = BoardOutcome.class,
            names = {"DEFERRED", "REJECTED", "WITHDRAWN"})
    void a_board_that_is_not_in_favour_stands_in_the_way(BoardOutcome outcome) {
        given.facts(by("B1", ENDORSED, "2020-03-01"), by("B2", outcome, "2020-04-01"));
        given.when(by("B3", APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(9L);
    }

    @Test
    void a_board_that_was_in_favour_of_another_version_stands_in_the_way() {
        given.facts(
                by("B1", ENDORSED, "2020-03-01"),
                by("B2", ENDORSED, "2020-04-01"),
                version("BC", 2, "2020-04-02"),
                submitted("BC", 2, "2020-04-03"));
        given.when(decided("BC", "B3", 2, APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .entry("version 2");
        given.when(by("B3", APPROVED, "2020-05-01")).refuses(BusinessCaseRule.VERSION_SUPERSEDED);
    }

    @Test
    void every_approval_keeps_the_order_and_other_outcomes_need_not() {
        given.when(by("B2", APPROVED_IN_PRINCIPLE, "2020-03-01")).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER);
        given.when(by("B2", DEFERRED, "2020-03-01")).isRecorded();
    }

    @Test
    void a_board_that_is_not_on_the_route_does_not_decide() {
        given.facts(board("B9", "2020-01-01"));
        given.when(by("B9", APPROVED, "2020-03-01"))
                .refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE)
                .against(5L)
                .entry("B9", "B1, B2, B3");
        given.when(by("B9", BoardOutcome.NOTED, "2020-03-01")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.when(by("B9", BoardOutcome.WITHDRAWN, "2020-03-01")).isRecorded();
    }

    @Test
    void conditions_are_discharged_before_the_final_approval() {
        given.facts(by("B1", ENDORSED, "2020-03-01"), by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"));
        given.when(by("B3", APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING)
                .against(9L)
                .entry("B2", "a cost plan");
        given.when(by("B3", APPROVED_IN_PRINCIPLE, "2020-05-01")).isRecorded();
        given.and(by("B2", APPROVED, "2020-04-30"))
                .when(by("B3", APPROVED, "2020-04-30"))
                .isRecorded();
        given.when(by("B3", APPROVED, "2020-04-29"))
                .refusesAll(BusinessCaseRule.CONDITIONS_OUTSTANDING, BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void a_note_or_an_endorsement_discharges_no_conditions() {
        given.facts(by("B1", ENDORSED, "2020-03-01"), by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"));
        for (BoardOutcome later : List.of(BoardOutcome.NOTED, ENDORSED)) {
            given.facts(by("B2", later, "2020-04-10"))
                    .when(by("B3", APPROVED, "2020-05-01"))
                    .refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING)
                    .entry("a cost plan");
        }
        given.facts(by("B2", APPROVED_IN_PRINCIPLE, "2020-04-20"))
                .when(by("B3", APPROVED, "2020-05-01"))
                .isRecorded();
    }

    @Test
    void an_approval_on_conditions_states_them() {
        given.facts(by("B1", ENDORSED, "2020-03-01"));
        given.when(with(by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"), "conditions", List.of()))
                .refuses(PowersRule.CONDITIONS_NOT_STATED)
                .at("/conditions");
        given.when(by("B2", APPROVED_WITH_CONDITIONS, "2040-04-01")).isRecorded();
    }

    @Test
    void conditions_are_outstanding_whatever_the_outcome_that_states_them() {
        given.facts(
                by("B1", ENDORSED, "2020-03-01"),
                with(by("B2", ENDORSED, "2020-04-01"), "conditions", List.of(condition("B2"))));
        given.when(by("B3", APPROVED, "2020-05-01"))
                .refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING)
                .against(9L);
    }

    @Test
    void a_final_approval_has_no_conditions_of_its_own() {
        given.facts(by("B1", ENDORSED, "2020-03-01"), by("B2", ENDORSED, "2020-04-01"));
        given.when(with(by("B3", APPROVED, "2020-05-01"), "conditions", List.of(condition("B3"))))
                .refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING)
                .at("/conditions")
                .entry("a cost plan");
        given.and(by("B3", APPROVED_WITH_CONDITIONS, "2020-05-01")).and(by("B3", APPROVED, "2020-06-01"));
    }

    @Test
    void a_version_is_submitted_before_it_is_approved() {
        given.when(by("B1", APPROVED, "2020-02-12")).isRecorded();
        given.when(by("B1", APPROVED, "2020-02-11"))
                .refuses(BusinessCaseRule.NOT_SUBMITTED)
                .at("/version")
                .entry("2020-02-11");
        given.when(by("B1", APPROVED, "2020-02-09"))
                .refusesAll(BusinessCaseRule.NOT_SUBMITTED, ReferenceRule.UNKNOWN_REFERENCE);
        given.facts(version("BC", 2, "2020-02-20"))
                .when(decided("BC", "B1", 2, APPROVED, "2040-02-20"))
                .refuses(BusinessCaseRule.NOT_SUBMITTED)
                .entry("Version 2");
        given.when(with(by("B1", APPROVED, "2020-03-01"), "version", null)).refuses(BusinessCaseRule.NOT_SUBMITTED);
    }

    @Test
    void an_endorsement_under_a_final_approval_is_not_corrected_away() {
        approve();
        given.whenStruck(8).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER).against(10L);
        given.whenReplaced(9, by("B2", REJECTED, "2020-04-01"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(10L)
                .during("2020-05-01", null)
                .entry("B2", "B3");
        given.whenReplaced(9, by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"))
                .refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING)
                .against(10L);
        given.whenReplaced(9, by("B2", BoardOutcome.NOTED, "2020-04-01")).isRecorded();
    }

    @Test
    void an_endorsement_moves_up_to_the_final_approval_and_no_further() {
        approve();
        given.whenReplaced(9, by("B2", ENDORSED, "2020-05-01")).isRecorded();
        given.whenReplaced(9, by("B2", ENDORSED, "2020-05-02"))
                .refusesAll(BusinessCaseRule.ROUTE_OUT_OF_ORDER, BusinessCaseRule.ALREADY_FINAL);
        given.whenReplaced(9, by("B2", ENDORSED, "2020-02-29"))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(10L);
    }

    @Test
    void the_submission_under_an_approval_is_not_struck_or_put_off() {
        approve();
        given.whenStruck(7).refuses(BusinessCaseRule.NOT_SUBMITTED).against(8L, 9L, 10L);
        given.whenReplaced(7, submitted("BC", 1, "2020-03-01")).isRecorded();
        given.whenReplaced(7, submitted("BC", 1, "2020-03-02"))
                .refuses(BusinessCaseRule.NOT_SUBMITTED)
                .against(8L);
        given.whenReplaced(7, submitted("BC", 1, "2020-05-02"))
                .refusesAll(BusinessCaseRule.NOT_SUBMITTED, BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void the_route_is_not_corrected_under_a_final_approval() {
        approve();
        var shorter = caseOpened("BC", "PG", CaseStage.SOC, List.of("B1", "B2"), "2020-02-01");
        given.whenReplaced(5, shorter)
                .refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE)
                .against(10L);
        given.whenReplaced(5, with(shorter, "route", List.of("B2", "B1", "B3")))
                .refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER)
                .against(8L, 10L);
    }

    private void approve() {
        given.facts(
                by("B1", ENDORSED, "2020-03-01"), by("B2", ENDORSED, "2020-04-01"), by("B3", APPROVED, "2020-05-01"));
    }

    private static BusinessCaseDecided by(String board, BoardOutcome outcome, String day) {
        return decided("BC", board, 1, outcome, day);
    }
}
