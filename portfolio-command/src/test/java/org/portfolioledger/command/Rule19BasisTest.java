package org.portfolioledger.command;

import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BoardFacts.remit;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 19: an approval keeps the facts on which it rested, and stands when one of them is corrected. */
class Rule19BasisTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-sro")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("SOC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    version("SOC", 1, "2020-01-01"),
                    submitted("SOC", 1, "2020-01-01"),
                    decided("SOC", "BD", 1, BoardOutcome.APPROVED, "2020-02-01"),
                    with(caseOpened("OBC", "PG", CaseStage.OBC, List.of("BD"), "2020-03-01"), "precedingCase", "SOC"),
                    version("OBC", 1, "2020-03-01"),
                    submitted("OBC", 1, "2020-03-01"),
                    sro("PG", "SRO-1", "p-sro", "2020-01-01"),
                    limit("BD", "9000000", "2020-03-01"),
                    remit("BD", List.of("OBC", "REBASELINE"), "2020-04-01"));

    @Test
    void an_approval_rests_on_version_limit_remit_quorum_sro_and_the_stage_before() {
        given.when(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"))
                .restsOn(2L, 3L, 6L, 7L, 8L, 10L, 11L, 12L)
                .reads("appointments-PG", "board-BD", "business-case-SOC");
    }

    @Test
    void it_rests_on_what_held_on_its_day() {
        given.when(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-03-31")).restsOn(2L, 3L, 6L, 7L, 8L, 10L, 11L);
    }

    @Test
    void it_rests_on_corrections_in_the_place_of_what_they_corrected() {
        given.replaced(11, limit("BD", "8000000", "2020-03-01"));
        given.when(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"))
                .restsOn(2L, 3L, 6L, 7L, 8L, 10L, 12L, 13L);
    }

    @Test
    void what_is_no_approval_rests_on_less() {
        given.when(decided("OBC", "BD", 1, BoardOutcome.DEFERRED, "2020-05-01")).restsOn(2L, 7L, 8L, 10L, 12L);
        given.when(decided("OBC", "BD", 1, BoardOutcome.WITHDRAWN, "2020-05-01"))
                .restsOn(2L, 7L, 8L, 12L);
    }

    @Test
    void one_that_was_taken_ultra_vires_keeps_what_it_was_held_against() {
        given.when(with(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"), "ultraVires", "Urgent"))
                .restsOn(2L, 3L, 6L, 7L, 8L, 10L, 11L, 12L);
    }

    @Test
    void it_rests_on_the_fact_by_which_nobody_is_the_sro() {
        given.facts(ended("PG", "SRO-1", "2020-04-15"));
        given.when(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"))
                .restsOn(2L, 3L, 6L, 7L, 8L, 11L, 12L, 13L);
    }

    @Test
    void it_rests_on_the_beginning_of_the_board() {
        given.facts(limit("BD", "9000000", "2020-04-01"));
        var begun = board("BD", "2020-01-01");
        given.replaced(2, begun)
                .when(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"))
                .restsOn(3L, 6L, 7L, 8L, 10L, 12L, 13L, 14L);
    }

    @Test
    void it_stands_whichever_of_them_is_corrected() {
        given.and(decided("OBC", "BD", 1, BoardOutcome.APPROVED, "2020-05-01"));
        given.whenReplaced(11, limit("BD", "1", "2020-03-01")).isRecorded();
        given.whenReplaced(12, remit("BD", List.of("POLICY"), "2020-04-01")).isRecorded();
        given.whenReplaced(10, sro("PG", "SRO-1", "p-board", "2020-01-01")).isRecorded();
        given.whenStruck(6).isRecorded();
    }

    @Test
    void a_decision_of_the_board_itself_stands_too() {
        given.and(with(boardDecided("BD", "D-1", "REBASELINE", "2020-04-01"), "outcome", BoardOutcome.APPROVED));
        given.whenReplaced(12, remit("BD", List.of("POLICY"), "2020-04-01")).isRecorded();
    }
}
