package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BusinessCaseFacts.as;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.condition;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.discharged;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 6, from stage to stage: an FBC needs a final OBC approval, an OBC a final SOC approval, or a waiver. */
class Rule6EarlierStageTest {

    @ParameterizedTest
    @CsvSource({"OBC, FBC", "SOC, OBC"})
    void a_stage_rests_on_the_final_approval_of_the_one_before_from_its_day_on(CaseStage first, CaseStage next) {
        Given given = given(first, next);
        given.when(approved("2020-06-01"))
                .isRecorded()
                .restsOn(2L, 3L, 5L, 6L, 8L)
                .reads("appointments-PG", "board-BD", "business-case-EARLIER");
        given.when(approved("2040-06-01")).isRecorded();
    }

    @ParameterizedTest
    @CsvSource({"OBC, FBC", "SOC, OBC"})
    void one_day_before_the_approval_of_the_one_before_it_is_refused(CaseStage first, CaseStage next) {
        given(first, next)
                .when(approved("2020-05-31"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED)
                .against(8L)
                .entry(first.name(), "2020-05-31", "that of EARLIER is of 2020-06-01");
    }

    @ParameterizedTest
    @CsvSource({"SOC, FBC", "FBC, OBC", "OBC, OBC", "PROGRAMME_BUSINESS_CASE, OBC"})
    void the_case_that_it_follows_is_of_the_stage_before(CaseStage first, CaseStage next) {
        given(first, next).when(approved("2020-06-01")).refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        given(first, next).when(approved("2040-06-01")).refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseStage.class,
            names = {"PROJECT_BRIEF", "STRATEGIC_ASSESSMENT", "SOC", "BJC", "PROGRAMME_BUSINESS_CASE"})
    void other_stages_follow_nothing(CaseStage stage) {
        Given given = given(CaseStage.SOC, stage);
        var decides = with(board("BD", "2020-01-01"), "decisionTypes", List.of(stage.name()));
        given.replaced(2, decides).when(approved("2020-03-01")).isRecorded();
    }

    @Test
    void a_case_that_follows_none_or_one_of_another_initiative_is_refused() {
        Given given = given(CaseStage.SOC, CaseStage.OBC);
        given.facts(initiative("PX", "2020-01-01"));
        var earlier = caseOpened("EARLIER", "PX", CaseStage.SOC, List.of("BD"), "2020-01-01");
        given.replaced(3, earlier)
                .when(approved("2020-06-01"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED)
                .againstNothing()
                .entry("follows EARLIER");
        var alone = caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2020-01-01");
        given(CaseStage.SOC, CaseStage.OBC)
                .replaced(5, alone)
                .when(approved("2020-06-01"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = BoardOutcome.class,
            names = {"APPROVED_IN_PRINCIPLE", "APPROVED_WITH_CONDITIONS", "ENDORSED", "REJECTED"})
    void an_outcome_that_is_not_final_is_no_ground(BoardOutcome outcome) {
        Given given = given(CaseStage.SOC, CaseStage.OBC);
        given.replaced(8, decided("EARLIER", "BD", 1, outcome, "2020-06-01"))
                .when(approved("2020-07-01"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @Test
    void an_approval_that_was_struck_or_put_off_is_no_ground() {
        Given given = given(CaseStage.SOC, CaseStage.OBC);
        given.replaced(8, on("2020-07-01", decided("EARLIER", "BD", 1, BoardOutcome.APPROVED, "2020-06-01")));
        given.when(approved("2020-06-30"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED)
                .against(9L)
                .entry("2020-07-01");
        given.when(approved("2020-07-01")).isRecorded().restsOn(2L, 3L, 5L, 6L, 9L);
        given.retracted(9).when(approved("2020-07-01")).isRecorded().restsOn(2L, 3L, 5L, 6L, 8L);
    }

    @Test
    void a_waiver_names_who_waived_and_why() {
        Given given = given(CaseStage.PROJECT_BRIEF, CaseStage.OBC);
        given.when(with(approved("2020-03-01"), "waiver", new Waiver("p-waives", "No outline case was asked for")))
                .isRecorded()
                .restsOn(2L, 5L, 6L);
        given.when(with(approved("2040-03-01"), "waiver", new Waiver("p-x", "No outline case")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/waiver/waivedBy")
                .entry("p-x");
        given.when(approved("2020-03-01")).refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @Test
    void another_route_that_makes_an_approval_final_is_held_against_the_stage_before() {
        Given given = given(CaseStage.PROJECT_BRIEF, CaseStage.OBC).facts(board("B2", "2020-01-01"));
        var two = with(
                caseOpened("BC", "PG", CaseStage.OBC, List.of("BD", "B2"), "2020-01-01"), "precedingCase", "EARLIER");
        given.replaced(5, two).and(approved("2020-06-01"));
        given.whenReplaced(10, with(two, "route", List.of("BD"))).refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        given.whenReplaced(10, with(two, "title", "Another title")).isRecorded();
    }

    @Test
    void another_stage_of_an_approved_case_is_held_against_the_stage_before_it() {
        Given given = given(CaseStage.SOC, CaseStage.SOC);
        var opened =
                with(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"), "precedingCase", "EARLIER");
        given.and(approved("2020-06-01"));
        given.whenReplaced(5, with(opened, "stage", CaseStage.FBC))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        given.whenReplaced(5, with(opened, "stage", CaseStage.OBC)).isRecorded();
        given.whenReplaced(5, with(with(opened, "stage", CaseStage.OBC), "precedingCase", null))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @Test
    void an_approval_that_a_shorter_route_makes_final_needs_the_stage_before() {
        for (CaseStage first : List.of(CaseStage.PROJECT_BRIEF, CaseStage.SOC)) {
            Given given = onFastRoute(first);
            given.and(approved("2020-06-01"));
            var urgent = given.whenReplaced(15, with(submitted("BC", 1, "2020-03-01"), "decisionClass", "URGENT"));
            if (first == CaseStage.SOC) urgent.isRecorded();
            else urgent.refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        }
    }

    @Test
    void an_approval_that_the_discharge_of_its_conditions_makes_final_needs_the_stage_before() {
        for (CaseStage first : List.of(CaseStage.PROJECT_BRIEF, CaseStage.SOC)) {
            Given given = onFastRoute(first);
            given.and(with(
                    with(approved("2020-06-01"), "outcome", BoardOutcome.APPROVED_WITH_CONDITIONS),
                    "conditions",
                    List.of(condition("BD"))));
            given.and(with(submitted("BC", 1, "2020-06-02"), "decisionClass", "URGENT"));
            var met = given.when(discharged("BC", "C-BD", "2020-06-03"));
            if (first == CaseStage.SOC) met.isRecorded();
            else met.refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        }
    }

    @Test
    void an_approval_that_is_final_without_a_referral_up_needs_the_stage_before() {
        for (CaseStage first : List.of(CaseStage.PROJECT_BRIEF, CaseStage.SOC)) {
            Given given = given(first, CaseStage.OBC);
            given.facts(board("TOP", "2020-01-01"), parent("BD", "TOP", "2020-01-01"));
            given.and(as(BoardOutcome.REFERRED_UP, approved("2020-06-01")));
            long referral = given.head();
            given.and(approved("2020-06-02"));
            var retracted = given.whenStruck(referral);
            if (first == CaseStage.SOC) retracted.isRecorded();
            else retracted.refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
        }
    }

    /** A case on the route of a policy that ends with B2, and has a fast route by BD alone. */
    private static Given onFastRoute(CaseStage first) {
        Given given = given(first, CaseStage.OBC);
        CasePolicySet policy = policy("PF", 1, List.of("BD", "B2"), "2020-01-01");
        given.facts(
                board("B2", "2020-01-01"),
                portfolio("PF", "2020-01-01"),
                with(policy, "fastRoutes", List.of(new FastRoute("URGENT", List.of("BD"), "Standing order 4"))));
        given.replaced(1, initiativeIn("PG", "PF", "2020-01-01"));
        var onPolicy = with(
                caseOpened("BC", "PG", CaseStage.OBC, List.<String>of(), "2020-01-01"), "precedingCase", "EARLIER");
        given.replaced(5, onPolicy).retracted(7);
        return given.and(submitted("BC", 1, "2020-03-01"));
    }

    @Test
    void what_is_not_final_needs_no_earlier_stage() {
        Given given = given(CaseStage.PROJECT_BRIEF, CaseStage.OBC);
        given.when(with(approved("2020-03-01"), "outcome", BoardOutcome.APPROVED_IN_PRINCIPLE))
                .isRecorded();
    }

    @Test
    void ultra_vires_is_no_waiver() {
        given(CaseStage.PROJECT_BRIEF, CaseStage.OBC)
                .when(with(approved("2020-03-01"), "ultraVires", "Urgent repairs"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @Test
    void an_approval_stands_when_the_one_before_turns_out_to_have_been_an_error() {
        Given given = given(CaseStage.SOC, CaseStage.OBC);
        given.and(approved("2020-06-01")).whenStruck(8).isRecorded();
    }

    /** An earlier case, finally approved on the first of June, and one that follows it and was submitted in January. */
    private static Given given(CaseStage earlier, CaseStage next) {
        return Given.persons("p-board", "p-submitter", "p-owner", "p-waives")
                .facts(
                        initiative("PG", "2020-01-01"),
                        board("BD", "2020-01-01"),
                        caseOpened("EARLIER", "PG", earlier, List.of("BD"), "2020-01-01"),
                        version("EARLIER", 1, "2020-01-01"),
                        with(caseOpened("BC", "PG", next, List.of("BD"), "2020-01-01"), "precedingCase", "EARLIER"),
                        version("BC", 1, "2020-01-01"),
                        submitted("BC", 1, "2020-01-01"),
                        decided("EARLIER", "BD", 1, BoardOutcome.APPROVED, "2020-06-01"));
    }

    private static BusinessCaseDecided approved(String day) {
        return decided("BC", "BD", 1, BoardOutcome.APPROVED, day);
    }
}
