package org.portfolioledger.query.overview;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReportingCycleState.CycleSubmission;

/**
 * A reporting cycle that is not closed, and for which an initiative did not submit all that it was to, in time.
 *
 * @param reportingCycle id
 * @param dueOn last day for submissions; null: not stated
 * @param submitted the last submission; null: none
 */
public record LateReport(
        String reportingCycle,
        SubmissionStatus status,
        @Nullable Grounded<LocalDate> dueOn,
        @Nullable Grounded<CycleSubmission> submitted) {

    private static final Set<SubmissionStatus> LATE =
            EnumSet.of(SubmissionStatus.MISSING, SubmissionStatus.LATE, SubmissionStatus.INCOMPLETE);

    /** The cycles of a portfolio that are not closed, by id. */
    public static List<ReportingCycleState> openCycles(Rows rows, TimePoint point, String portfolio) {
        return rows
                .where(
                        point,
                        Kinds.REPORTING_CYCLE,
                        "r.refs @> array[:stream::text] and not r.closed",
                        Map.of("stream", Kinds.PORTFOLIO.stream(portfolio)))
                .stream()
                .map(Known::state)
                .filter(cycle -> cycle.portfolio().value().equals(portfolio))
                .toList();
    }

    /** For which of some cycles an open initiative of their portfolio is late. */
    public static List<LateReport> of(String initiative, List<ReportingCycleState> cycles, LocalDate asOf) {
        return cycles.stream()
                .filter(cycle -> isToSubmit(initiative, cycle))
                .filter(cycle -> LATE.contains(cycle.submission(initiative, asOf)))
                .map(cycle -> new LateReport(
                        cycle.reportingCycle(),
                        cycle.submission(initiative, asOf),
                        cycle.dueOn(),
                        cycle.submissions().get(initiative)))
                .toList();
    }

    private static boolean isToSubmit(String initiative, ReportingCycleState cycle) {
        List<String> scope = cycle.scope().value();
        return scope.isEmpty()
                || scope.contains(initiative)
                || cycle.submissions().containsKey(initiative)
                || cycle.exceptions().stream()
                        .anyMatch(exception -> exception.value().initiative().equals(initiative));
    }
}
