package org.portfolioledger.command.businesscase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BusinessCaseFacts.as;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.reevaluated;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.BusinessCaseFacts.withdrawn;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;
import static org.portfolioledger.vocabulary.BoardOutcome.DEFERRED;
import static org.portfolioledger.vocabulary.BoardOutcome.ENDORSED;
import static org.portfolioledger.vocabulary.BoardOutcome.REFERRED_UP;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 6, off the straight way: deferrals, referrals up, withdrawals, and evaluation anew. */
class Rule6ReferralTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("TOP", "2020-01-01"),
                    board("B1", "2020-01-01"),
                    board("B2", "2020-01-01"),
                    parent("B2", "TOP", "2020-03-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("B1", "B2"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"),
                    by("B1", ENDORSED, "2020-02-20"));

    @Test
    void a_board_refers_a_case_up_to_the_board_above_it_on_that_day() {
        given.when(up("B2", "TOP", "2020-03-01")).isRecorded();
        given.when(up("B2", "TOP", "2020-02-29"))
                .refuses(BusinessCaseRule.REFERRED_PAST_PARENT)
                .at("/referredTo")
                .entry("no board");
        given.when(up("B2", "B1", "2020-03-01"))
                .refuses(BusinessCaseRule.REFERRED_PAST_PARENT)
                .against(5L);
        given.when(up("B2", "TOP", "2040-03-01")).isRecorded();
        given.when(up("B2", null, "2020-03-01"))
                .refuses(BusinessCaseRule.REFERRAL_WITHOUT_BOARD)
                .entry("TOP");
        given.whenMigrating(up("B2", null, "2020-03-01")).unmet(BusinessCaseRule.REFERRAL_WITHOUT_BOARD);
        given.when(up("B2", "B9", "2020-03-01"))
                .refusesAll(BusinessCaseRule.REFERRED_PAST_PARENT, ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void only_a_referral_names_a_board_above() {
        given.when(with(by("B2", ENDORSED, "2020-03-01"), "referredTo", "TOP"))
                .refuses(BusinessCaseRule.IMPOSSIBLE_REFERRAL);
        given.whenMigrating(with(by("B2", ENDORSED, "2020-03-01"), "referredTo", "TOP"))
                .refuses(BusinessCaseRule.IMPOSSIBLE_REFERRAL);
        given.when(up("B2", "B2", "2020-03-01"))
                .refusesAll(BusinessCaseRule.IMPOSSIBLE_REFERRAL, BusinessCaseRule.REFERRED_PAST_PARENT);
    }

    @Test
    void the_board_to_which_a_case_was_referred_up_decides_after_the_one_that_did_so() {
        given.when(by("TOP", APPROVED, "2020-03-10")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.and(up("B2", "TOP", "2020-03-05"));
        given.when(by("TOP", APPROVED, "2020-03-04")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.and(by("TOP", APPROVED, "2020-03-05"));
        given.when(by("TOP", BoardOutcome.NOTED, "2020-03-06")).refuses(BusinessCaseRule.ALREADY_FINAL);
        given.whenStruck(10).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE).against(6L, 11L);
    }

    @Test
    void the_board_that_referred_a_case_up_gives_no_final_approval_itself() {
        given.and(up("B2", "TOP", "2020-03-05")).and(by("B2", APPROVED, "2020-03-10"));
        given.when(by("TOP", APPROVED, "2020-03-11")).isRecorded();
    }

    @Test
    void a_deferral_states_until_when() {
        var open = with(by("B2", DEFERRED, "2020-03-01"), "deferredUntil", null);
        given.when(open).refuses(BusinessCaseRule.DEFERRAL_WITHOUT_DATE).at("/deferredUntil");
        given.whenMigrating(open).unmet(BusinessCaseRule.DEFERRAL_WITHOUT_DATE);
        given.when(with(open, "deferredUntil", day("2020-03-02"))).isRecorded();
        given.when(with(open, "deferredUntil", day("2020-03-01"))).refuses(BusinessCaseRule.IMPOSSIBLE_DEFERRAL);
        given.when(with(by("B2", ENDORSED, "2020-03-01"), "deferredUntil", day("2020-03-02")))
                .refuses(BusinessCaseRule.IMPOSSIBLE_DEFERRAL);
    }

    @Test
    void a_board_approves_the_version_that_was_submitted_last() {
        given.when(by("B2", APPROVED, "2020-03-02")).isRecorded();
        given.facts(version("BC", 2, "2020-03-01"), submitted("BC", 2, "2020-03-02"));
        given.when(by("B2", APPROVED, "2020-03-01"))
                .refuses(BusinessCaseRule.ALREADY_FINAL)
                .against(11L);
        given.when(by("B2", APPROVED, "2020-03-02"))
                .refuses(BusinessCaseRule.VERSION_SUPERSEDED)
                .against(11L)
                .at("/version")
                .entry("Version 2");
        for (BoardOutcome other : List.of(BoardOutcome.NOTED, ENDORSED, BoardOutcome.REJECTED, DEFERRED))
            given.when(as(other, by("B2", ENDORSED, "2020-03-02"))).refuses(BusinessCaseRule.VERSION_SUPERSEDED);
        given.when(by("B2", BoardOutcome.WITHDRAWN, "2020-03-02")).isRecorded();
        given.when(decided("BC", "B2", 2, ENDORSED, "2020-03-02")).isRecorded();
    }

    @Test
    void a_board_decides_on_what_was_submitted_and_stands_on_the_route_whatever_it_decides() {
        given.facts(version("BC", 2, "2020-03-01"));
        for (BoardOutcome any : List.of(BoardOutcome.NOTED, ENDORSED, BoardOutcome.REJECTED, DEFERRED)) {
            given.when(as(any, decided("BC", "B2", 2, ENDORSED, "2020-03-02"))).refuses(BusinessCaseRule.NOT_SUBMITTED);
            given.when(as(any, by("B2", ENDORSED, "2020-02-11"))).refuses(BusinessCaseRule.NOT_SUBMITTED);
            given.when(as(any, by("B2", ENDORSED, "2020-02-12"))).isRecorded();
            given.when(as(any, by("TOP", ENDORSED, "2020-03-02"))).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        }
    }

    @Test
    void a_board_that_had_its_turn_before_decides_again_when_the_case_is_referred_up_to_it() {
        given.facts(
                caseOpened("BC-3", "PG", CaseStage.SOC, List.of("TOP", "B2", "B1"), "2020-02-01"),
                version("BC-3", 1, "2020-02-10"),
                submitted("BC-3", 1, "2020-02-12"));
        given.and(decided("BC-3", "TOP", 1, ENDORSED, "2020-03-01"));
        given.and(as(REFERRED_UP, decided("BC-3", "B2", 1, ENDORSED, "2020-03-02")));
        var last = decided("BC-3", "B1", 1, APPROVED, "2020-03-04");
        given.when(last).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER).entry("TOP");
        given.and(as(DEFERRED, decided("BC-3", "TOP", 1, ENDORSED, "2020-03-03")));
        given.when(last).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER);
        given.and(decided("BC-3", "TOP", 1, ENDORSED, "2020-03-04"));
        given.when(decided("BC-3", "B1", 1, APPROVED, "2020-03-03"))
                .refusesAll(BusinessCaseRule.ROUTE_OUT_OF_ORDER, BusinessCaseRule.ALREADY_FINAL);
        given.when(last).isRecorded();
        given.and(as(REFERRED_UP, decided("BC-3", "B2", 1, ENDORSED, "2020-03-05")));
        given.when(decided("BC-3", "B1", 1, APPROVED, "2020-03-06")).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER);
    }

    @Test
    void the_board_that_replaced_one_of_the_route_decides_in_its_place_from_that_day_on() {
        given.facts(board("B3", "2020-01-01"), board("B4", "2020-01-01"));
        given.when(by("B3", APPROVED, "2020-06-01")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.facts(
                with(dissolved("B2", "2020-05-01"), "successor", "B4"),
                with(dissolved("B4", "2020-06-01"), "successor", "B3"));
        long closure = given.head() - 1;
        given.when(by("B3", APPROVED, "2020-05-31")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.when(by("B2", APPROVED, "2020-05-01")).refuses(PowersRule.BOARD_NOT_IN_EXISTENCE);
        given.when(by("B4", APPROVED, "2020-04-30")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.when(by("B4", APPROVED, "2020-05-01")).isRecorded();
        var decision = by("B3", APPROVED, "2020-06-01");
        given.when(decision).records(with(decision, "successorOf", "B2"));
        given.when(with(decision, "successorOf", "B2")).isRecorded();
        given.when(with(decision, "successorOf", "B1"))
                .refuses(BusinessCaseRule.NOT_THE_SUCCESSOR)
                .at("/successorOf");
        assertThat(given.when(decision).facts()).isNotEmpty();
        given.and(decision);
        assertThat(given.stream("business-case-BC").getLast().restsOn()).contains(closure, closure + 1);
        given.when(by("B1", ENDORSED, "2040-06-02")).refuses(BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void a_case_is_withdrawn_while_it_is_before_the_boards() {
        given.facts(
                caseOpened("BC-2", "PG", CaseStage.SOC, List.of("B1", "B2"), "2020-02-01"),
                version("BC-2", 1, "2020-02-10"),
                submitted("BC-2", 1, "2020-02-12"));
        given.when(withdrawn("BC-2", "2020-02-12")).isRecorded();
        given.when(withdrawn("BC-2", "2020-02-11"))
                .refuses(BusinessCaseRule.NOT_BEFORE_THE_BOARDS)
                .at("/effectiveOn");
        given.whenMigrating(withdrawn("BC-2", "2020-02-11")).unmet(BusinessCaseRule.NOT_BEFORE_THE_BOARDS);
        given.when(withdrawn("BC", "2020-02-19"))
                .refusesAll(BusinessCaseRule.CASE_WITHDRAWN, BusinessCaseRule.NOT_SUBMITTED);
        given.and(withdrawn("BC", "2020-03-01"))
                .when(withdrawn("BC", "2020-03-02"))
                .refuses(BusinessCaseRule.NOT_BEFORE_THE_BOARDS);
    }

    @Test
    void no_board_decides_on_a_withdrawn_case_and_it_begins_anew_with_its_submission() {
        given.and(withdrawn("BC", "2020-03-01"));
        given.when(by("B2", ENDORSED, "2020-03-01"))
                .refusesAll(BusinessCaseRule.CASE_WITHDRAWN, BusinessCaseRule.NOT_SUBMITTED);
        given.when(by("B2", ENDORSED, "2020-02-29")).isRecorded();
        given.when(by("B2", APPROVED, "2040-03-01"))
                .refusesAll(
                        BusinessCaseRule.CASE_WITHDRAWN,
                        BusinessCaseRule.NOT_SUBMITTED,
                        BusinessCaseRule.ROUTE_OUT_OF_ORDER);
        given.and(submitted("BC", 1, "2020-04-01"));
        given.when(by("B2", APPROVED, "2020-04-02")).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER);
        given.and(by("B1", ENDORSED, "2020-04-02"))
                .when(by("B2", APPROVED, "2020-04-02"))
                .isRecorded();
    }

    @Test
    void only_what_is_finally_approved_is_evaluated_again_and_by_others() {
        given.when(reevaluated("BC", ReevaluationResult.UPHELD, "2020-04-01"))
                .refuses(BusinessCaseRule.NOT_FINALLY_APPROVED);
        given.and(by("B2", APPROVED, "2020-04-01"));
        given.when(reevaluated("BC", ReevaluationResult.UPHELD, "2020-04-01"))
                .isRecorded()
                .restsOn(10L);
        given.when(reevaluated("BC", ReevaluationResult.UPHELD, "2020-03-31"))
                .refuses(BusinessCaseRule.NOT_FINALLY_APPROVED)
                .at("/effectiveOn");
        given.when(with(reevaluated("BC", ReevaluationResult.UPHELD, "2040-04-01"), "evaluatedBy", List.of("p-owner")))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .at("/evaluatedBy");
    }

    @Test
    void an_approval_that_lapsed_is_none_and_the_case_goes_to_the_boards_anew() {
        given.and(by("B2", APPROVED, "2020-04-01")).and(reevaluated("BC", ReevaluationResult.LAPSED, "2020-09-01"));
        given.when(submitted("BC", 1, "2020-08-31")).refuses(BusinessCaseRule.ALREADY_FINAL);
        given.and(submitted("BC", 1, "2020-09-01"));
        given.when(by("B2", APPROVED, "2020-09-02")).refuses(BusinessCaseRule.ROUTE_OUT_OF_ORDER);
        given.and(by("B1", ENDORSED, "2020-09-02")).and(by("B2", APPROVED, "2020-09-03"));
        given.when(by("B1", ENDORSED, "2020-09-04")).refuses(BusinessCaseRule.ALREADY_FINAL);
    }

    private static BusinessCaseDecided up(String board, @Nullable String to, String day) {
        return with(by(board, REFERRED_UP, day), "referredTo", to);
    }

    private static BusinessCaseDecided by(String board, BoardOutcome outcome, String day) {
        return decided("BC", board, 1, outcome, day);
    }
}
