package org.portfolioledger.command;

import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.remit;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Role;

/** What a command names is on record, of people too, and a list names everything once. */
class ReferencesTest {

    private final Given given = Given.persons("p-a", "p-gone", "p-submitter", "p-owner", "p-board", "p-clerk")
            .erased("p-gone")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-02"),
                    version("BC", 1, "2020-01-03"));

    @Test
    void an_erased_person_is_named_by_no_further_fact() {
        for (GovernanceFact naming : List.<GovernanceFact>of(
                sro("PG", "SRO-1", "p-gone", "2020-02-01"),
                with(submitted("BC", 1, "2020-02-01"), "submittedBy", "p-gone"),
                with(caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"), "owners", List.of("p-gone")),
                with(boardDecided("BD", "D-1", "POLICY", "2020-02-01"), "decidedBy", List.of("p-gone")),
                with(board("BD-2", "2020-01-01"), "chair", new Seat("p-gone", null, null, null)),
                with(
                        with(board("BD-2", "2020-01-01"), "quorum", null),
                        "members",
                        List.of(new Seat("p-gone", null, null, null)))))
            given.when(naming).refuses(ReferenceRule.PERSON_ERASED).entry("p-gone");
    }

    @Test
    void a_correction_may_still_name_whom_its_fact_named_before_the_erasure() {
        given.facts(
                sro("PG", "SRO-1", "p-gone", "2020-02-01"),
                with(sro("PG", "RO-1", "p-a", "2019-02-01"), "role", Role.RISK_OWNER));
        given.whenReplaced(5, on("2020-03-01", sro("PG", "SRO-1", "p-gone", "2020-02-01")))
                .isRecorded();
        given.whenReplaced(6, with(sro("PG", "RO-1", "p-gone", "2019-02-01"), "role", Role.RISK_OWNER))
                .refuses(ReferenceRule.PERSON_ERASED);
    }

    @Test
    void whoever_waives_a_stage_is_in_the_directory_whatever_the_decision() {
        given.facts(submitted("BC", 1, "2020-02-01"));
        var decided = decided("BC", "BD", 1, BoardOutcome.DEFERRED, "2020-02-02");
        given.when(with(decided, "waiver", new Waiver("p-nobody", "urgent")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/waiver/waivedBy");
    }

    @Test
    void every_list_names_everything_once() {
        var seat = new Seat("p-a", null, null, null);
        given.when(with(
                        with(board("BD-2", "2020-01-01"), "quorum", null),
                        "members",
                        List.of(seat, new Seat("p-a", "Chair", null, null))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/members/1/person");
        given.when(remit("BD", List.of("SOC", "OBC", "SOC"), "2020-02-01"))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/decisionTypes/2");
        given.when(with(
                        version("BC", 2, "2020-02-01"),
                        "dimensions",
                        List.of(CaseDimension.STRATEGIC, CaseDimension.STRATEGIC)))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/dimensions/1");
        given.when(with(portfolio("PF", "2020-01-01"), "inclusionCriteria", List.of("large", "large")))
                .refuses(ReferenceRule.NAMED_TWICE);
        given.facts(portfolio("PF", "2020-01-01"));
        given.when(with(scheme("PF", "RAG", 1, "2020-01-01"), "criteria", List.of("COST", "COST")))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/criteria/1");
        given.when(with(closed("PG", "2020-02-01"), "continuedBy", List.of("PG-2", "PG-2")))
                .refusesAll(ReferenceRule.NAMED_TWICE, ReferenceRule.UNKNOWN_REFERENCE);
        given.when(with(boardDecided("BD", "D-1", "POLICY", "2020-02-01"), "decidedBy", List.of("p-a", "p-a")))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/decidedBy/1");
    }

    @Test
    void the_words_of_a_correction_name_everything_once_too() {
        given.facts(remit("BD", List.of("SOC"), "2020-02-01"));
        given.whenReplaced(5, remit("BD", List.of("SOC", "SOC"), "2020-02-01")).refuses(ReferenceRule.NAMED_TWICE);
    }
}
