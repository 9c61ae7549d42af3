package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Paper;

/** Rule 8: a decision names the board, the meeting, the papers by hash and the outcome; papers do not change after it. */
class Rule8PapersTest {

    private static final String THEN = "2020-03-01";
    private static final String LATER = "2040-03-01";

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"));

    @ParameterizedTest
    @ValueSource(strings = {THEN, LATER})
    void a_decision_names_all_that_a_decision_names(String day) {
        given.when(approved(day)).records(approved(day));
        given.when(with(approved(day), "board", null))
                .refuses(PowersRule.DECISION_WITHOUT_BOARD)
                .at("/board");
        given.when(with(approved(day), "manner", null))
                .refuses(PowersRule.DECISION_WITHOUT_MEETING)
                .at("/meeting");
        given.when(with(approved(day), "papers", List.of()))
                .refuses(BusinessCaseRule.DECISION_WITHOUT_PAPERS)
                .at("/papers");
        given.when(with(approved(day), "outcome", null))
                .refuses(PowersRule.DECISION_WITHOUT_OUTCOME)
                .at("/outcome");
        given.when(with(approved(day), "decidedBy", List.of()))
                .refuses(PowersRule.DECISION_WITHOUT_PERSONS)
                .at("/decidedBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {THEN, LATER})
    void a_decision_that_concerns_no_case_names_as_much_but_for_papers_which_it_may_lack(String day) {
        var decision = boardDecided("BD", "D-1", "POLICY", day);
        given.when(with(decision, "manner", null)).refuses(PowersRule.DECISION_WITHOUT_MEETING);
        given.when(with(decision, "papers", List.of())).isRecorded();
        given.when(with(decision, "outcome", null)).refuses(PowersRule.DECISION_WITHOUT_OUTCOME);
        given.when(with(decision, "decidedBy", List.of())).refuses(PowersRule.DECISION_WITHOUT_PERSONS);
    }

    @Test
    void those_who_decided_are_in_the_directory() {
        given.when(with(approved(THEN), "decidedBy", List.of("p-board", "p-x")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/decidedBy/1")
                .entry("p-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"})
    void a_paper_is_named_by_a_hash_of_64_digits_in_lower_case(String hash) {
        var papers = List.of(paper(1), new Paper(hash, "Annex", null, null));
        given.when(with(approved(THEN), "papers", papers))
                .refuses(PowersRule.INVALID_PAPER_HASH)
                .at("/papers/1/sha256");
        given.whenMigrating(with(approved(THEN), "papers", papers)).refuses(PowersRule.INVALID_PAPER_HASH);
    }

    @Test
    void a_paper_is_named_once() {
        given.when(with(approved(THEN), "papers", List.of(paper(1), paper(2)))).isRecorded();
        given.when(with(approved(THEN), "papers", List.of(paper(1), paper(2), paper(1))))
                .refuses(PowersRule.DUPLICATE_PAPER)
                .at("/papers/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {THEN, LATER})
    void the_version_decided_on_is_among_the_papers(String day) {
        given.when(with(approved(day), "papers", List.of(paper(2))))
                .refuses(BusinessCaseRule.PAPER_NOT_OF_VERSION)
                .against(4L)
                .at("/papers")
                .entry("version 1");
    }

    @ParameterizedTest
    @EnumSource(DecisionManner.class)
    void no_paper_is_that_of_an_earlier_version_in_whichever_manner_it_was_decided(DecisionManner manner) {
        given.facts(
                version("BC", 2, "2020-02-20"),
                submitted("BC", 2, "2020-02-21"),
                meeting("M", "BD", THEN, "2020-02-01"),
                delegated("BD", "DG", "p-board", "2020-01-02"),
                with(sitting("BD", List.of(), "2020-01-02"), "chair", new Seat("p-board", null, null, null)));
        BusinessCaseDecided decision = with(with(approved(THEN), "version", 2), "manner", manner);
        if (manner == DecisionManner.IN_MEETING) decision = with(decision, "meeting", "M");
        if (manner == DecisionManner.BY_DELEGATION) decision = with(decision, "delegation", "DG");
        given.when(with(decision, "papers", List.of(paper(2), paper(7)))).isRecorded();
        given.when(with(decision, "papers", List.of(paper(2), paper(1))))
                .refuses(PowersRule.SUPERSEDED_PAPER)
                .at("/papers/1")
                .against(6L)
                .entry("version 1", "version 2");
        given.when(with(decision, "papers", List.of(paper(1))))
                .refusesAll(PowersRule.SUPERSEDED_PAPER, BusinessCaseRule.PAPER_NOT_OF_VERSION);
        given.whenMigrating(with(decision, "papers", List.of(paper(2), paper(1))))
                .unmet(PowersRule.SUPERSEDED_PAPER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", THEN, LATER})
    void a_version_is_written_once(String day) {
        given.retracted(5)
                .when(with(version("BC", 1, day), "paper", paper(7)))
                .refuses(BusinessCaseRule.VERSION_TAKEN)
                .against(4L)
                .at("/version")
                .entry("Version 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", THEN, LATER})
    void a_new_version_has_a_new_hash(String day) {
        given.when(version("BC", 2, day)).isRecorded();
        given.when(with(version("BC", 2, day), "paper", paper(1)))
                .refuses(BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER)
                .against(4L)
                .at("/paper/sha256");
    }

    @Test
    void a_paper_is_corrected_until_it_is_decided_on_and_not_after() {
        var misread = with(version("BC", 1, "2020-02-10"), "paper", paper(7));
        given.whenReplaced(4, misread).isRecorded();
        given.facts(approved(THEN));
        given.whenReplaced(4, misread)
                .refuses(BusinessCaseRule.PAPER_NOT_OF_VERSION)
                .against(6L);
        given.whenReplaced(4, version("BC", 1, "2020-02-11")).isRecorded();
    }

    @Test
    void a_version_that_was_decided_on_is_not_struck() {
        given.facts(approved(THEN))
                .whenStruck(4)
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .against(5L, 6L);
    }

    @Test
    void a_decision_names_a_version_that_is_written_by_then() {
        given.when(with(approved(THEN), "version", 2))
                .refusesAll(ReferenceRule.UNKNOWN_REFERENCE, BusinessCaseRule.NOT_SUBMITTED);
        given.whenMigrating(with(approved(THEN), "version", 2)).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    private static BusinessCaseDecided approved(String day) {
        return decided("BC", "BD", 1, BoardOutcome.APPROVED, day);
    }
}
