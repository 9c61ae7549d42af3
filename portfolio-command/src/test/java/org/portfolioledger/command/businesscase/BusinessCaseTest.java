package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.PriceBasis;

class BusinessCaseTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD-1", "2020-01-01"),
                    board("BD-2", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD-1", "BD-2"), "2020-02-01"));

    @Test
    void a_case_is_opened_once() {
        var opening = caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD-1", "BD-2"), "2020-02-01");
        given.when(opening).records(opening).reads("initiative-PG", "board-BD-1", "board-BD-2");
        given.when(with(opening, "businessCase", "BC"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(4L);
    }

    @Test
    void it_is_opened_until_the_day_before_its_initiative_closes() {
        given.facts(closed("PG", "2021-01-01"));
        for (String day : new String[] {"2010-01-01", "2020-12-31"})
            given.when(ofPg(day)).isRecorded();
        for (String day : new String[] {"2021-01-01", "2040-01-01"}) {
            given.when(ofPg(day))
                    .refuses(ReferenceRule.INITIATIVE_CLOSED)
                    .against(5L)
                    .at("/initiative")
                    .entry("PG", "2021-01-01");
            given.whenMigrating(ofPg(day)).unmet(ReferenceRule.INITIATIVE_CLOSED);
        }
    }

    @Test
    void all_that_it_names_is_on_record() {
        var opening = caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD-1"), "2020-02-01");
        given.when(with(opening, "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
        given.when(with(opening, "route", List.of("BD-1", "BD-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/route/1");
        given.when(with(opening, "precedingCase", "BC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/precedingCase");
        given.when(with(opening, "owners", List.of("p-owner", "p-x")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owners/1");
    }

    @Test
    void a_case_does_not_follow_itself() {
        var itself = with(
                caseOpened("BC", "PG", CaseStage.SOC, List.of("BD-1", "BD-2"), "2020-02-01"), "precedingCase", "BC");
        given.whenReplaced(4, itself).refuses(ReferenceRule.UNKNOWN_REFERENCE).at("/precedingCase");
    }

    @Test
    void it_has_a_stage_and_a_route_that_names_each_board_once() {
        var opening = caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD-1"), "2020-02-01");
        given.when(with(opening, "stage", null))
                .refuses(BusinessCaseRule.CASE_WITHOUT_STAGE)
                .at("/stage");
        given.when(with(opening, "route", List.of()))
                .refuses(BusinessCaseRule.ROUTE_WITHOUT_BOARDS)
                .at("/route");
        given.when(with(opening, "route", List.of("BD-1", "BD-2", "BD-1")))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/route/2")
                .entry("BD-1");
        given.whenMigrating(with(opening, "route", List.of("BD-1", "BD-1"))).refuses(ReferenceRule.NAMED_TWICE);
    }

    @Test
    void a_version_is_written_and_the_next_one_is_numbered() {
        var first = version("BC", 1, "2020-02-10");
        given.when(unnumbered(1, "2020-02-10")).records(first);
        given.facts(first).when(unnumbered(2, "2020-03-10")).records(version("BC", 2, "2020-03-10"));
        given.when(version("BC", 7, "2020-03-10")).isRecorded();
        given.when(version("BC", 0, "2020-03-10"))
                .refuses(BusinessCaseRule.VERSION_TAKEN)
                .at("/version");
        given.when(version("BC-9", 1, "2020-03-10")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void the_same_version_again_is_no_other_one() {
        given.and(version("BC", 1, "2020-02-10")).and(version("BC", 2, "2020-02-10"));
        given.when(unnumbered(1, "2020-02-10")).changesNothing();
        given.when(unnumbered(2, "2020-02-10")).changesNothing();
        given.when(unnumbered(1, "2020-02-11")).refuses(BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER);
    }

    @Test
    void its_cost_is_nothing_or_more_and_its_paper_a_hash() {
        given.when(with(version("BC", 1, "2020-02-10"), "cost", pounds("0"))).isRecorded();
        given.when(with(version("BC", 1, "2020-02-10"), "cost", pounds("-1")))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/cost/amount");
        given.when(with(version("BC", 1, "2020-02-10"), "paper", with(paper(1), "sha256", "ABC")))
                .refuses(PowersRule.INVALID_PAPER_HASH)
                .at("/paper/sha256");
    }

    @Test
    void its_figures_are_exact_and_what_the_source_does_not_qualify_is_recorded_as_it_is() {
        var figure = new CaseFigure(FigureKind.BENEFIT, "Rents", pounds("-310000.50"));
        given.when(with(version("BC", 1, "2020-02-10"), "figures", List.of(figure)))
                .isRecorded();
        given.when(with(version("BC", 1, "2020-02-10"), "figures", List.of(with(figure, "kind", FigureKind.COST))))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/figures/0/money/amount");
        var unqualified = with(figure, "money", with(pounds("1"), "confidence", Confidence.NOT_STATED));
        var written = with(version("BC", 1, "2020-02-10"), "figures", List.of(figure, unqualified));
        given.when(written).refuses(BusinessCaseRule.AMOUNT_NOT_QUALIFIED).at("/figures/1/money");
        given.whenMigrating(written).records(written).unmet(BusinessCaseRule.AMOUNT_NOT_QUALIFIED);
        given.whenMigrating(with(
                        version("BC", 1, "2020-02-10"), "cost", with(pounds("1"), "priceBasis", PriceBasis.NOT_STATED)))
                .unmet(BusinessCaseRule.AMOUNT_NOT_QUALIFIED);
    }

    @Test
    void a_version_is_submitted_from_the_day_on_which_it_is_written() {
        given.facts(version("BC", 1, "2020-02-10"));
        given.when(submitted("BC", 1, "2020-02-10")).records(submitted("BC", 1, "2020-02-10"));
        given.when(submitted("BC", 1, "2020-02-09"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/version");
        given.when(submitted("BC", 2, "2040-02-10"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .entry("2");
        given.when(with(submitted("BC", 1, "2020-02-10"), "submittedBy", "p-x"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/submittedBy");
    }

    @Test
    void a_version_that_was_submitted_is_not_struck_or_put_off() {
        given.facts(version("BC", 1, "2020-02-10"), submitted("BC", 1, "2020-02-12"));
        given.whenStruck(5).refuses(ReferenceRule.UNKNOWN_REFERENCE).against(6L);
        given.whenReplaced(5, version("BC", 1, "2020-02-12")).isRecorded();
        given.whenReplaced(5, version("BC", 1, "2020-02-13"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .against(6L);
    }

    @Test
    void a_returned_case_may_be_submitted_again() {
        given.and(version("BC", 1, "2020-02-10"))
                .and(submitted("BC", 1, "2020-02-12"))
                .and(decided("BC", "BD-1", 1, BoardOutcome.DEFERRED, "2020-03-01"))
                .and(version("BC", 2, "2020-04-01"))
                .and(submitted("BC", 2, "2020-04-02"))
                .and(decided("BC", "BD-1", 2, BoardOutcome.ENDORSED, "2020-05-01"))
                .and(decided("BC", "BD-2", 2, BoardOutcome.APPROVED, "2020-06-01"));
    }

    @Test
    void nothing_is_decided_or_submitted_once_the_approval_is_final() {
        approve();
        for (String day : new String[] {"2020-06-01", "2040-06-01"}) {
            given.when(decided("BC", "BD-2", 1, BoardOutcome.REJECTED, day))
                    .refuses(BusinessCaseRule.ALREADY_FINAL)
                    .against(8L)
                    .entry("2020-06-01");
            given.when(submitted("BC", 1, day))
                    .refuses(BusinessCaseRule.ALREADY_FINAL)
                    .against(8L);
        }
        given.when(submitted("BC", 1, "2020-05-31")).isRecorded();
        given.when(decided("BC", "BD-2", 1, BoardOutcome.DEFERRED, "2020-05-31"))
                .isRecorded();
    }

    @Test
    void a_final_approval_is_not_back_dated_before_what_was_decided_since() {
        approve();
        given.when(decided("BC", "BD-2", 1, BoardOutcome.APPROVED, "2020-05-31"))
                .refuses(BusinessCaseRule.ALREADY_FINAL)
                .against(8L);
    }

    @Test
    void a_submission_is_corrected_though_the_approval_is_final() {
        given.facts(
                version("BC", 1, "2020-06-01"),
                submitted("BC", 1, "2020-06-01"),
                decided("BC", "BD-1", 1, BoardOutcome.ENDORSED, "2020-06-01"),
                decided("BC", "BD-2", 1, BoardOutcome.APPROVED, "2020-06-01"));
        given.whenReplaced(6, with(submitted("BC", 1, "2020-06-01"), "submittedBy", "p-owner"))
                .isRecorded();
        given.whenReplaced(7, with(decided("BC", "BD-1", 1, BoardOutcome.NOTED, "2020-06-01"), "attendance", 5))
                .isRecorded();
        var corrected = given.whenReplaced(6, with(submitted("BC", 1, "2020-06-01"), "submittedBy", "p-owner"));
        given.and(corrected).whenReplaced(9, submitted("BC", 1, "2020-06-01")).isRecorded();
        given.whenStruck(9).isRecorded();
        given.whenReplaced(9, submitted("BC", 1, "2020-06-02"))
                .refusesAll(BusinessCaseRule.ALREADY_FINAL, BusinessCaseRule.NOT_SUBMITTED);
    }

    @Test
    void a_final_approval_that_was_entered_in_error_makes_way() {
        approve();
        given.and(given.whenStruck(8)).and(decided("BC", "BD-2", 1, BoardOutcome.REJECTED, "2020-06-01"));
        given.whenStruck(9).refuses(BusinessCaseRule.ALREADY_FINAL).against(8L, 10L);
    }

    private static BusinessCaseOpened ofPg(String day) {
        return caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD-1"), day);
    }

    private void approve() {
        given.facts(
                version("BC", 1, "2020-02-10"),
                submitted("BC", 1, "2020-02-12"),
                decided("BC", "BD-1", 1, BoardOutcome.ENDORSED, "2020-05-01"),
                decided("BC", "BD-2", 1, BoardOutcome.APPROVED, "2020-06-01"));
    }

    private static WriteVersion unnumbered(int paper, String day) {
        var version = version("BC", paper, day);
        return new WriteVersion("BC", null, version.cost(), version.paper(), version.dimensions(), List.of(), on(day));
    }
}
