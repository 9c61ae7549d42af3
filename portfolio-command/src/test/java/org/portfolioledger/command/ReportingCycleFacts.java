package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;

/** What tests record of reporting cycles. */
public final class ReportingCycleFacts {

    private ReportingCycleFacts() {}

    /** Of June, due on 10 July, by exception to a board on 20 July. */
    public static ReportingCycleOpened cycle(String id, List<String> scope, String board, String day) {
        return new ReportingCycleOpened(
                id,
                "ACME",
                "PF",
                "June",
                day("2020-06-01"),
                day("2020-06-30"),
                day("2020-07-10"),
                scope,
                List.of("Highlights", "Forecast"),
                List.of(new BoardReport(
                        board,
                        ReportCoverage.BY_EXCEPTION,
                        day("2020-07-20"),
                        List.of(ExceptionGround.SUBMISSION_LATE))),
                new TreeMap<>(),
                on(day));
    }

    public static SubmissionsRescheduled submissionsDue(String id, String dueOn, String day) {
        return new SubmissionsRescheduled(id, day(dueOn), null, on(day));
    }

    public static SubmissionReceived received(String cycle, String initiative, List<String> missing, String day) {
        return new SubmissionReceived(cycle, initiative, missing, List.of(), on(day));
    }

    public static ExceptionRaised raised(String cycle, String initiative, String board, String day) {
        return new ExceptionRaised(cycle, initiative, board, null, "Costs rose", on(day));
    }

    public static ReportingCycleClosed cycleClosed(String id, String day) {
        return new ReportingCycleClosed(id, null, on(day));
    }
}
