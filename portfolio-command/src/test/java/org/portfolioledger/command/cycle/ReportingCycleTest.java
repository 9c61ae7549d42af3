package org.portfolioledger.command.cycle;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.ReportingCycleFacts.cycle;
import static org.portfolioledger.command.ReportingCycleFacts.cycleClosed;
import static org.portfolioledger.command.ReportingCycleFacts.raised;
import static org.portfolioledger.command.ReportingCycleFacts.received;
import static org.portfolioledger.command.ReportingCycleFacts.submissionsDue;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Sender;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Grant;

class ReportingCycleTest {

    private static final String BEGIN = "2020-06-15";
    private static final LocalDate DUE = LocalDate.parse("2020-07-10");

    private final Given given = Given.persons("p-a")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    portfolio("PF-2", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    board("BD-2", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    initiativeIn("PG-2", "PF-2", "2020-01-01"));

    @Test
    void a_cycle_is_opened_once_with_its_scope_and_its_dues() {
        var opened = cycle("RC", List.of("PG"), "BD", BEGIN);
        given.when(opened).records(opened).reads("portfolio-PF", "initiative-PG", "board-BD");
        given.when(with(opened, "portfolio", "PF-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/portfolio");
        given.when(cycle("RC", List.of("PG", "PG-9"), "BD", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/scope/1");
        given.when(cycle("RC", List.of(), "BD-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/reports/0/board");
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void an_initiative_of_its_scope_is_open_when_it_begins() {
        given.facts(closed("PG", "2020-06-16"));
        given.when(cycle("RC", List.of("PG"), "BD", "2020-06-15")).isRecorded();
        given.when(cycle("RC", List.of("PG"), "BD", "2020-06-16")).refuses(ReferenceRule.INITIATIVE_CLOSED);
    }

    @Test
    void it_states_its_period_and_what_is_due_in_order() {
        var opened = cycle("RC", List.of(), "BD", BEGIN);
        for (String member : List.of("from", "to", "dueOn")) {
            given.when(with(opened, member, null)).refuses(ReportingCycleRule.CYCLE_WITHOUT_PERIOD);
            given.whenMigrating(with(opened, member, null)).unmet(ReportingCycleRule.CYCLE_WITHOUT_PERIOD);
        }
        given.when(with(opened, "to", LocalDate.parse("2020-06-01"))).isRecorded();
        given.when(with(opened, "to", LocalDate.parse("2020-05-31"))).refuses(ReportingCycleRule.REVERSED_PERIOD);
        given.when(with(opened, "dueOn", LocalDate.parse("2020-06-01"))).isRecorded();
        given.when(with(opened, "dueOn", LocalDate.parse("2020-05-31")))
                .refuses(ReportingCycleRule.SUBMISSIONS_DUE_TOO_EARLY);
        given.when(with(opened, "reports", List.of(report(ReportCoverage.EVERYTHING, DUE))))
                .isRecorded();
        given.when(with(opened, "reports", List.of(report(ReportCoverage.EVERYTHING, DUE.minusDays(1)))))
                .refuses(ReportingCycleRule.REPORT_DUE_TOO_EARLY);
    }

    @Test
    void grounds_are_stated_for_exceptions_and_for_nothing_else() {
        var opened = cycle("RC", List.of(), "BD", BEGIN);
        var groundless = with(opened, "reports", List.of(report(ReportCoverage.BY_EXCEPTION, null)));
        given.when(groundless)
                .refuses(ReportingCycleRule.EXCEPTIONS_WITHOUT_GROUNDS)
                .at("/reports/0/grounds");
        given.whenMigrating(groundless).unmet(ReportingCycleRule.EXCEPTIONS_WITHOUT_GROUNDS);
        var unstated = with(opened, "reports", List.of(report(null, null)));
        given.when(unstated).refuses(ReportingCycleRule.REPORT_WITHOUT_COVERAGE).at("/reports/0/coverage");
        given.whenMigrating(unstated).unmet(ReportingCycleRule.REPORT_WITHOUT_COVERAGE);
        given.when(with(opened, "reports", List.of(report(ReportCoverage.SUMMARY, null, ExceptionGround.RATED_RED))))
                .refuses(ReportingCycleRule.GROUNDS_WITHOUT_EXCEPTIONS)
                .at("/reports/0/grounds");
        given.when(with(
                        opened,
                        "reports",
                        List.of(report(
                                ReportCoverage.BY_EXCEPTION,
                                null,
                                ExceptionGround.RATED_RED,
                                ExceptionGround.RATED_RED))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/reports/0/grounds/1");
        given.when(with(
                        opened,
                        "reports",
                        List.of(report(ReportCoverage.SUMMARY, null), report(ReportCoverage.EVERYTHING, null))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/reports/1/board");
    }

    @Test
    void who_submits_is_within_the_scope_or_the_portfolio() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN), cycle("ALL", List.of(), "BD", BEGIN));
        given.when(received("RC", "PG", List.of(), "2020-07-09")).isRecorded();
        given.when(received("ALL", "PG", List.of(), "2020-07-09")).isRecorded();
        for (String id : List.of("RC", "ALL")) {
            given.when(received(id, "PG-2", List.of(), "2020-07-09"))
                    .refuses(ReportingCycleRule.OUTSIDE_SCOPE)
                    .at("/initiative");
            given.when(raised(id, "PG-2", "BD", "2020-07-09")).refuses(ReportingCycleRule.OUTSIDE_SCOPE);
            given.when(received(id, "PG-9", List.of(), "2020-07-09")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        }
        given.when(received("RC-9", "PG", List.of(), "2020-07-09")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void what_is_missing_is_among_the_parts() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN));
        given.when(received("RC", "PG", List.of("forecast"), "2020-07-09"))
                .records(received("RC", "PG", List.of("Forecast"), "2020-07-09"));
        given.when(received("RC", "PG", List.of("Forecast", "Risks"), "2020-07-09"))
                .refuses(ReportingCycleRule.UNKNOWN_PART)
                .at("/missing/1");
        given.when(with(received("RC", "PG", List.of(), "2020-07-09"), "papers", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/papers/0/document");
    }

    @Test
    void a_late_submission_is_a_fact_and_so_is_a_further_one() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN));
        given.when(received("RC", "PG", List.of(), "2020-07-11")).isRecorded();
        given.facts(received("RC", "PG", List.of("Forecast"), "2020-07-10"));
        given.when(received("RC", "PG", List.of(), "2020-07-12")).isRecorded();
    }

    @Test
    void an_exception_is_raised_with_a_board_that_gets_exceptions() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN));
        given.when(raised("RC", "PG", "BD", "2020-07-15")).isRecorded();
        given.when(with(raised("RC", "PG", "BD", "2020-07-15"), "ground", ExceptionGround.SUBMISSION_LATE))
                .isRecorded();
        given.when(with(raised("RC", "PG", "BD", "2020-07-15"), "ground", ExceptionGround.RATED_RED))
                .refuses(ReportingCycleRule.GROUND_NOT_STATED)
                .at("/ground")
                .entry("SUBMISSION_LATE", "RATED_RED");
        given.when(raised("RC", "PG", "BD-2", "2020-07-15"))
                .refuses(ReportingCycleRule.NO_REPORT_BY_EXCEPTION)
                .at("/board");
    }

    @Test
    void it_is_closed_once_submissions_are_due_and_nothing_comes_in_after() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN));
        given.when(cycleClosed("RC", "2020-07-10")).isRecorded();
        given.when(cycleClosed("RC", "2020-07-09")).refuses(ReportingCycleRule.CYCLE_CLOSED_BEFORE_DUE);
        given.facts(submissionsDue("RC", "2020-07-14", "2020-07-01"));
        given.when(cycleClosed("RC", "2020-07-13")).refuses(ReportingCycleRule.CYCLE_CLOSED_BEFORE_DUE);
        given.facts(cycleClosed("RC", "2020-07-14"));
        given.when(received("RC", "PG", List.of(), "2020-07-15")).refuses(ReportingCycleRule.CYCLE_CLOSED);
        given.when(raised("RC", "PG", "BD", "2020-07-15")).refuses(ReportingCycleRule.CYCLE_CLOSED);
        given.when(submissionsDue("RC", "2020-07-13", "2020-07-15")).refuses(ReportingCycleRule.CYCLE_CLOSED);
        given.when(cycleClosed("RC", "2020-07-20")).refuses(ReportingCycleRule.CYCLE_CLOSED);
        // What came in before and is learnt of later is recorded; the pack does not know it.
        given.when(received("RC", "PG", List.of(), "2020-07-13")).isRecorded();
    }

    @Test
    void it_is_closed_no_later_than_on_the_day_on_which_that_is_recorded() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN)).sentBy(onDay("2020-07-20"));
        given.when(cycleClosed("RC", "2020-07-20")).isRecorded();
        given.when(cycleClosed("RC", "2020-07-14")).isRecorded();
        given.when(cycleClosed("RC", "2020-07-21"))
                .refuses(ReportingCycleRule.CYCLE_CLOSED_AHEAD)
                .at("/effectiveOn");
        given.whenMigrating(cycleClosed("RC", "2020-07-20")).isRecorded();
        given.whenMigrating(cycleClosed("RC", "2020-07-21")).refuses(ReportingCycleRule.CYCLE_CLOSED_AHEAD);
    }

    private static Sender onDay(String today) {
        return new Sender("p-a", Grant.of(Set.of(ActorRole.PORTFOLIO_OFFICE)), LocalDate.parse(today), false);
    }

    @Test
    void the_closure_stands() {
        given.facts(cycle("RC", List.of("PG"), "BD", BEGIN), cycleClosed("RC", "2020-07-14"));
        long closure = given.head();
        given.whenStruck(closure).refuses(ReportingCycleRule.CLOSED_CYCLE_STANDS);
        given.whenReplaced(closure, cycleClosed("RC", "2020-07-15")).refuses(ReportingCycleRule.CLOSED_CYCLE_STANDS);
    }

    private static BoardReport report(
            @Nullable ReportCoverage coverage, @Nullable LocalDate dueOn, ExceptionGround... grounds) {
        return new BoardReport("BD", coverage, dueOn, List.of(grounds));
    }
}
