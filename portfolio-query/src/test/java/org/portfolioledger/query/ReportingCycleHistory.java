package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReportingCycleFact;

/** What tests tell of reporting cycles. */
public final class ReportingCycleHistory {

    private ReportingCycleHistory() {}

    /** Due on a day, by exception to a board ten days later. */
    public static GovernanceFact cycle(
            String id, String portfolio, List<String> scope, String board, String dueOn, String day) {
        return new ReportingCycleFact.ReportingCycleOpened(
                id,
                "MPS",
                portfolio,
                "Cycle",
                date(day),
                date(dueOn),
                date(dueOn),
                scope,
                List.of("Highlights", "Forecast"),
                List.of(new ReportingCycleFact.BoardReport(
                        board,
                        ReportingCycleFact.ReportCoverage.BY_EXCEPTION,
                        LocalDate.parse(dueOn).plusDays(10),
                        List.of(ReportingCycleFact.ExceptionGround.values()))),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact received(String cycle, String initiative, List<String> missing, String day) {
        return new ReportingCycleFact.SubmissionReceived(cycle, initiative, missing, List.of(), on(day));
    }

    public static GovernanceFact raised(String cycle, String initiative, String board, String reason, String day) {
        return new ReportingCycleFact.ExceptionRaised(cycle, initiative, board, null, reason, on(day));
    }

    public static GovernanceFact cycleClosed(String id, String day) {
        return new ReportingCycleFact.ReportingCycleClosed(id, null, on(day));
    }
}
