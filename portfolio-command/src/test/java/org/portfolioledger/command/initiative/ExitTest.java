package org.portfolioledger.command.initiative;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.exited;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;

/** How an initiative leaves its portfolio. */
class ExitTest {

    private static final long DECISION = 4;

    /** The board approves on 1 June 2021 that PG leaves; its case is approved from 1 March 2020 on. */
    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-next")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    boardDecided("BD", "D-1", "POLICY", "2021-06-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"),
                    decided("BC", "BD", 1, BoardOutcome.APPROVED, "2020-03-01"));

    private static InitiativeExited left(String day) {
        return exited("PG", DECISION, day);
    }

    private static InitiativeExited leftAgainst(String businessCase, String day) {
        return with(left(day), "outcome", new ExitOutcome(businessCase, CaseMeasure.PARTLY_MET, "Nine of ten"));
    }

    @Test
    void it_leaves_by_a_boards_approval_from_its_day_on() {
        given.when(left("2021-06-01")).restsOn(DECISION).reads("board-BD");
        given.when(left("2040-01-01")).isRecorded();
        given.when(left("2021-05-31"))
                .refuses(InitiativeRule.EXIT_WITHOUT_DECISION)
                .against(DECISION)
                .at("/decision")
                .entry("2021-05-31");
    }

    @Test
    void only_an_approval_that_stands_is_a_decision_to_leave() {
        given.when(exited("PG", null, "2021-06-01"))
                .refuses(InitiativeRule.EXIT_WITHOUT_DECISION)
                .againstNothing()
                .entry("names no decision");
        given.when(exited("PG", 2L, "2021-06-01")).refuses(InitiativeRule.EXIT_WITHOUT_DECISION);
        given.when(exited("PG", 99L, "2021-06-01")).refuses(InitiativeRule.EXIT_WITHOUT_DECISION);
        given.facts(with(boardDecided("BD", "D-2", "POLICY", "2021-06-01"), "outcome", BoardOutcome.NOTED));
        given.when(exited("PG", given.head(), "2021-06-01")).refuses(InitiativeRule.EXIT_WITHOUT_DECISION);
        given.retracted(DECISION).when(left("2021-06-01")).refuses(InitiativeRule.EXIT_WITHOUT_DECISION);
    }

    @Test
    void its_outcome_is_held_against_a_case_of_its_own_that_was_approved_by_then() {
        given.facts(with(boardDecided("BD", "D-0", "POLICY", "2020-02-01"), "meeting", "2020-02"));
        InitiativeExited early = with(leftAgainst("BC", "2020-02-29"), "decision", given.head());
        given.when(early)
                .refuses(InitiativeRule.CASE_NOT_APPROVED)
                .at("/outcome/businessCase")
                .entry("BC", "PG", "2020-02-29");
        given.when(with(early, "provenance", leftAgainst("BC", "2020-03-01").provenance()))
                .restsOn(8L, given.head());
        given.when(leftAgainst("BC-9", "2021-06-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/outcome/businessCase");
        given.facts(
                initiative("PX", "2020-01-01"),
                caseOpened("BX", "PX", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                decided("BX", "BD", 1, BoardOutcome.APPROVED, "2020-03-01"));
        given.when(leftAgainst("BX", "2021-06-01")).refuses(InitiativeRule.CASE_NOT_APPROVED);
    }

    @Test
    void the_board_decided_on_it_or_on_what_is_above_it_and_on_no_other() {
        given.facts(
                initiative("PX", "2020-01-01"),
                initiativeIn("PA", "PF", "2020-01-01"),
                with(boardDecided("BD", "D-2", "POLICY", "2021-06-01"), "initiative", "PX"));
        given.when(exited("PG", given.head(), "2021-06-01"))
                .refuses(InitiativeRule.EXIT_WITHOUT_DECISION)
                .against(given.head())
                .entry("PG");
        given.facts(with(boardDecided("BD", "D-3", "POLICY", "2021-06-01"), "initiative", "PG"));
        given.when(exited("PG", given.head(), "2021-06-01")).isRecorded();
        given.facts(
                moved("PG", new Placement("PA", null), "2021-01-01"),
                with(boardDecided("BD", "D-4", "POLICY", "2021-06-01"), "initiative", "PA"));
        given.when(exited("PG", given.head(), "2021-06-01")).isRecorded();
    }

    @Test
    void a_case_that_is_approved_in_principle_or_no_more_is_not_one_to_be_held_against() {
        given.when(leftAgainst("BC", "2021-06-01")).isRecorded();
        given.replaced(8, decided("BC", "BD", 1, BoardOutcome.APPROVED_IN_PRINCIPLE, "2020-03-01"));
        given.when(leftAgainst("BC", "2021-06-01"))
                .refuses(InitiativeRule.CASE_NOT_APPROVED)
                .at("/outcome/businessCase");
        given.whenMigrating(leftAgainst("BC", "2021-06-01")).unmet(InitiativeRule.CASE_NOT_APPROVED);
    }

    @Test
    void its_outcome_is_held_against_the_case_that_was_finally_approved_last() {
        var obc = caseOpened("B-OBC", "PG", CaseStage.OBC, List.of("BD"), "2020-02-01");
        given.when(obc).isMarked(Mark.ofCasesOf("PG"));
        given.facts(obc, version("B-OBC", 1, "2020-02-10"), submitted("B-OBC", 1, "2020-02-12"));
        given.when(leftAgainst("BC", "2021-06-01"))
                .isRecorded()
                .reads("board-BD", "business-case-BC", "business-case-B-OBC");
        given.facts(decided("B-OBC", "BD", 1, BoardOutcome.APPROVED, "2021-06-02"));
        long later = given.head();
        given.when(leftAgainst("BC", "2021-06-01")).isRecorded();
        given.when(leftAgainst("BC", "2021-06-02"))
                .refuses(InitiativeRule.CASE_NOT_LATEST)
                .against(later)
                .at("/outcome/businessCase")
                .entry("BC", "B-OBC", "2021-06-02");
        given.when(leftAgainst("BC", "2040-01-01")).refuses(InitiativeRule.CASE_NOT_LATEST);
        given.whenMigrating(leftAgainst("BC", "2021-06-02")).unmet(InitiativeRule.CASE_NOT_LATEST);
        given.when(leftAgainst("B-OBC", "2021-06-02")).isRecorded();
        given.replaced(later, decided("B-OBC", "BD", 1, BoardOutcome.APPROVED, "2020-03-01"));
        // Of two that were approved on one day the later stage counts.
        given.when(leftAgainst("BC", "2021-06-01")).refuses(InitiativeRule.CASE_NOT_LATEST);
        given.when(leftAgainst("B-OBC", "2021-06-01")).isRecorded();
        given.retracted(given.head()).when(leftAgainst("BC", "2021-06-01")).isRecorded();
    }

    @Test
    void a_later_case_of_another_initiative_does_not_count() {
        given.facts(
                initiative("PX", "2020-01-01"),
                caseOpened("BX", "PX", CaseStage.OBC, List.of("BD"), "2020-02-01"),
                version("BX", 1, "2020-02-10"),
                submitted("BX", 1, "2020-02-12"),
                decided("BX", "BD", 1, BoardOutcome.APPROVED, "2020-04-01"));
        given.when(leftAgainst("BC", "2021-06-01")).isRecorded();
    }

    @Test
    void it_states_what_was_achieved_and_who_holds_the_benefits() {
        given.when(with(left("2021-06-01"), "outcome", null))
                .refuses(InitiativeRule.EXIT_WITHOUT_OUTCOME)
                .at("/outcome");
        given.when(with(left("2021-06-01"), "benefitsHeldBy", null))
                .refuses(InitiativeRule.BENEFITS_HELD_BY_NOBODY)
                .at("/benefitsHeldBy");
        given.when(with(left("2021-06-01"), "benefitsHeldBy", new Holder(null, null)))
                .refuses(ReferenceRule.NOBODY_NAMED);
        given.when(with(left("2021-06-01"), "benefitsHeldBy", new Holder("p-next", null)))
                .isRecorded();
        given.when(with(left("2021-06-01"), "benefitsHeldBy", new Holder("p-nobody", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/benefitsHeldBy/person");
    }

    @Test
    void migrated_history_leaves_unmet_what_its_source_does_not_say() {
        InitiativeExited stated = with(
                with(with(exited("PG", null, "2021-06-01"), "decidedBy", "the Deputy Mayor"), "outcome", null),
                "benefitsHeldBy",
                null);
        given.whenMigrating(stated)
                .unmet(
                        InitiativeRule.BENEFITS_HELD_BY_NOBODY,
                        InitiativeRule.EXIT_WITHOUT_DECISION,
                        InitiativeRule.EXIT_WITHOUT_OUTCOME);
    }

    @Test
    void it_leaves_what_it_is_in() {
        given.facts(initiative("PN", "2020-01-01"));
        given.when(exited("PN", DECISION, "2021-06-01"))
                .refuses(InitiativeRule.IN_NO_PORTFOLIO)
                .at("/effectiveOn");
        given.and(left("2021-07-01"));
        long exit = given.head();
        for (String day : new String[] {"2021-06-30", "2021-07-02", "2040-01-01"})
            given.when(left(day)).refuses(InitiativeRule.IN_NO_PORTFOLIO).against(exit);
        given.and(moved("PG", new Placement(null, "PF"), "2022-01-01"));
        given.when(left("2021-12-31")).refuses(InitiativeRule.IN_NO_PORTFOLIO);
        given.when(left("2022-01-01")).isRecorded();
        given.whenStruck(exit).isRecorded();
    }

    @Test
    void an_exit_is_corrected_in_its_place() {
        given.and(left("2021-07-01"));
        given.whenReplaced(given.head(), left("2021-06-01")).isRecorded();
        given.whenReplaced(given.head(), left("2021-05-31")).refuses(InitiativeRule.EXIT_WITHOUT_DECISION);
    }
}
