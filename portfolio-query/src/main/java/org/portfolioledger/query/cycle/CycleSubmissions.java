package org.portfolioledger.query.cycle;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReportingCycleState.CycleClosure;
import org.springframework.stereotype.Component;

/** On which initiatives a round of reporting reports, and how the submission of each stands; once it is closed, for ever. */
@Component
public final class CycleSubmissions {

    private final Rows rows;
    private final PortfolioMembers members;

    CycleSubmissions(Rows rows, PortfolioMembers members) {
        this.rows = rows;
        this.members = members;
    }

    /**
     * A round of reporting with what it reports on.
     *
     * @param cycle as it was at the point
     * @param submissions submissions of the initiatives that are to submit, and of any other that did or on which an exception was raised, by id
     */
    record Reported(TimePoint point, ReportingCycleState cycle, List<SubmissionView> submissions) {

        NavigableSet<String> initiatives() {
            NavigableSet<String> initiatives = new TreeSet<>();
            submissions.forEach(submission -> initiatives.add(submission.id()));
            return initiatives;
        }

        /** Whether an initiative that was to submit did not. */
        boolean isAnyMissing() {
            return submissions.stream().anyMatch(submission -> submission.status() == SubmissionStatus.MISSING);
        }
    }

    /** The point of what it reports: that of its closure, once it is closed; the one that is asked for until then. */
    static TimePoint fixed(TimePoint asked, ReportingCycleState cycle) {
        Grounded<CycleClosure> closure = cycle.closure();
        return closure == null ? asked : asked.back(cycle.register(), closure.since(), closure.fact());
    }

    /** How many initiatives each state of a submission has, of a cycle that is not closed. */
    public Map<SubmissionStatus, Long> counts(TimePoint point, ReportingCycleState cycle) {
        return at(point, cycle).submissions().stream()
                .collect(Collectors.groupingBy(SubmissionView::status, TreeMap::new, Collectors.counting()));
    }

    /** A cycle at the point of what it reports. */
    Reported at(TimePoint point, ReportingCycleState cycle) {
        return new Reported(
                point,
                cycle,
                initiatives(point, cycle).stream()
                        .map(initiative -> SubmissionView.of(cycle, initiative, point.asOf()))
                        .toList());
    }

    private NavigableSet<String> initiatives(TimePoint point, ReportingCycleState cycle) {
        List<String> scope = cycle.scope().value();
        NavigableSet<String> initiatives = new TreeSet<>(
                scope.isEmpty() ? members.openIds(point, cycle.portfolio().value()) : scope);
        initiatives.addAll(cycle.submissions().keySet());
        cycle.exceptions()
                .forEach(exception -> initiatives.add(exception.value().initiative()));
        return initiatives;
    }

    /** Whether an initiative that was to submit did not, given a cycle as it is at a point. */
    boolean isAnyMissing(TimePoint asked, ReportingCycleState asAsked) {
        TimePoint point = fixed(asked, asAsked);
        return rows.one(point, Kinds.REPORTING_CYCLE, asAsked.reportingCycle())
                .map(Known::state)
                .filter(cycle -> cycle.areSubmissionsDue(point.asOf()))
                .filter(cycle -> at(point, cycle).isAnyMissing())
                .isPresent();
    }
}
