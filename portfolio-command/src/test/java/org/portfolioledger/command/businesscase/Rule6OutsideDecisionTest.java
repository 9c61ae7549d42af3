package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.OutsideDecisionFacts.outsideDecision;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 6: what was decided outside the boards is no approval of the stage before. */
class Rule6OutsideDecisionTest {

    @Test
    void it_never_counts_as_an_approval_of_a_case() {
        Given cases = Given.persons("p-board", "p-owner", "p-submitter")
                .facts(
                        initiative("PG", "2020-01-01"),
                        board("BD", "2020-01-01"),
                        with(
                                with(
                                        outsideDecision("OD", OutsideOutcome.TAKEN, "2020-02-01"),
                                        "kind",
                                        OutsideDecisionKind.BUSINESS_CASE),
                                "initiatives",
                                List.of("PG")),
                        caseOpened("EARLIER", "PG", CaseStage.OBC, List.of("BD"), "2020-02-01"),
                        with(
                                caseOpened("BC", "PG", CaseStage.FBC, List.of("BD"), "2020-03-01"),
                                "precedingCase",
                                "EARLIER"),
                        version("BC", 1, "2020-03-02"),
                        submitted("BC", 1, "2020-03-03"));
        cases.when(decided("BC", "BD", 1, BoardOutcome.APPROVED, "2020-06-01"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }
}
