package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.EVIDENCE;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;

/** One full life of a reporting cycle: every fact of the family, and every field of its state. */
final class ReportingCycleLife {

    private ReportingCycleLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.REPORTING_CYCLE)
                .then(new ReportingCycleFact.ReportingCycleOpened(
                        "RC-1",
                        "MPS",
                        "PF-1",
                        "Third quarter",
                        LocalDate.parse("2011-07-01"),
                        LocalDate.parse("2011-09-30"),
                        LocalDate.parse("2011-10-10"),
                        List.of("PG-DRM"),
                        List.of("Highlights", "Forecast"),
                        List.of(
                                new BoardReport("BD-PMG", ReportCoverage.EVERYTHING, null, List.of()),
                                new BoardReport(
                                        "BD-PIB",
                                        ReportCoverage.BY_EXCEPTION,
                                        LocalDate.parse("2011-10-20"),
                                        List.of(ExceptionGround.SUBMISSION_LATE, ExceptionGround.RATED_RED))),
                        attributes(),
                        VAGUE))
                .then(new ReportingCycleFact.SubmissionsRescheduled(
                        "RC-1", LocalDate.parse("2011-10-12"), null, on("2011-10-01")))
                .then(new ReportingCycleFact.SubmissionReceived(
                        "RC-1", "PG-DRM", List.of("Forecast"), EVIDENCE, on("2011-10-11")))
                .then(new ReportingCycleFact.SubmissionReceived(
                        "RC-1", "PG-DRM", List.of(), List.of(), on("2011-10-13")))
                .then(new ReportingCycleFact.ExceptionRaised(
                        "RC-1",
                        "PG-DRM",
                        "BD-PIB",
                        ReportingCycleFact.ExceptionGround.RATED_RED,
                        "costs",
                        on("2011-10-14")))
                .then(new ReportingCycleFact.ReportingCycleClosed("RC-1", "sent", on("2011-10-20")));
    }
}
