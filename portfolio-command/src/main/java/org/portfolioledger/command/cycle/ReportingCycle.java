package org.portfolioledger.command.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.cycle.ReportingCycleCommand.CloseReportingCycle;
import org.portfolioledger.command.cycle.ReportingCycleCommand.OpenReportingCycle;
import org.portfolioledger.command.cycle.ReportingCycleCommand.RaiseException;
import org.portfolioledger.command.cycle.ReportingCycleCommand.RescheduleSubmissions;
import org.portfolioledger.command.cycle.ReportingCycleCommand.Submit;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;

/** The rules of rounds of reporting. */
final class ReportingCycle extends Family<ReportingCycleCommand, ReportingCycleFact, ReportingCycleState> {

    ReportingCycle() {
        super(
                Kinds.REPORTING_CYCLE,
                ReportingCycleCommand.class,
                ReportingCycleCommand.ROUTES,
                ReportingCycleRule.values());
    }

    @Override
    protected Decision<ReportingCycleFact> decide(
            ReportingCycleCommand command, History<RecordedFact, ReportingCycleState> history, Evidence evidence) {
        return switch (command) {
            case OpenReportingCycle open -> open(open, evidence);
            case RescheduleSubmissions reschedule ->
                Decision.stating(SubmissionsRescheduled.class, reschedule, new Findings());
            case Submit submit -> submit(submit, history, evidence);
            case RaiseException raise -> raise(raise, history, evidence);
            case CloseReportingCycle close -> close(close, evidence.sender().today());
        };
    }

    @Override
    protected List<String> initiatives(ReportingCycleFact fact, ReportingCycleState state) {
        return fact instanceof SubmissionReceived received ? List.of(received.initiative()) : List.of();
    }

    /** Its portfolio and the boards to which it reports; not each initiative that reports in it. */
    @Override
    protected Set<String> concerns(ReportingCycleState state) {
        Set<String> streams = new TreeSet<>();
        streams.add(Kinds.PORTFOLIO.stream(state.portfolio().value()));
        for (BoardReport report : state.reports().value()) streams.add(Kinds.BOARD.stream(report.board()));
        return streams;
    }

    @Override
    protected Set<String> concerns(ReportingCycleFact fact, ReportingCycleState state) {
        return fact instanceof SubmissionReceived received
                ? Set.of(Kinds.INITIATIVE.stream(received.initiative()))
                : concerns(state);
    }

    private static Decision<ReportingCycleFact> open(OpenReportingCycle open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.from() != null && open.to() != null && open.dueOn() != null,
                        Finding.of(
                                ReportingCycleRule.CYCLE_WITHOUT_PERIOD,
                                "The cycle does not state its first day, its last day and the day for submissions"))
                .requireKnown(Kinds.PORTFOLIO, open.portfolio(), "/portfolio", evidence)
                .requireNamedOnce(
                        open.reports().stream()
                                .<@Nullable String>map(BoardReport::board)
                                .toList(),
                        n -> "/reports/%s/board".formatted(n));
        for (int n = 0; n < open.scope().size(); n++)
            findings.requireOpenInitiative(
                    open.scope().get(n), open.provenance().effectiveOn(), "/scope/" + n, evidence);
        for (int n = 0; n < open.reports().size(); n++)
            report(open.reports().get(n), "/reports/" + n, findings, evidence);
        return Decision.stating(ReportingCycleOpened.class, open, findings);
    }

    private static void report(BoardReport report, String pointer, Findings findings, Evidence evidence) {
        boolean byException = report.coverage() == ReportCoverage.BY_EXCEPTION;
        findings.requireKnown(Kinds.BOARD, report.board(), pointer + "/board", evidence)
                .require(
                        report.coverage() != null,
                        Finding.of(
                                        ReportingCycleRule.REPORT_WITHOUT_COVERAGE,
                                        "The coverage of the report to board %s is not stated"
                                                .formatted(report.board()))
                                .at(pointer + "/coverage"))
                .require(
                        !byException || !report.grounds().isEmpty(),
                        Finding.of(
                                        ReportingCycleRule.EXCEPTIONS_WITHOUT_GROUNDS,
                                        "No ground is stated for board %s".formatted(report.board()))
                                .at(pointer + "/grounds"))
                .require(
                        byException || report.grounds().isEmpty(),
                        Finding.of(
                                        ReportingCycleRule.GROUNDS_WITHOUT_EXCEPTIONS,
                                        "Board %s gets %s, but grounds are stated"
                                                .formatted(report.board(), report.coverage()))
                                .at(pointer + "/grounds"))
                .requireNamedOnce(
                        report.grounds().stream()
                                .<@Nullable String>map(Enum::name)
                                .toList(),
                        n -> pointer + "/grounds/" + n);
    }

    private static Decision<ReportingCycleFact> submit(
            Submit submit, History<RecordedFact, ReportingCycleState> history, Evidence evidence) {
        LocalDate on = submit.provenance().effectiveOn();
        ReportingCycleState cycle = stated(on, history);
        Findings findings = new Findings().requireCitations(submit.papers(), "/papers", evidence);
        requireWithin(submit.initiative(), on, cycle, findings, evidence);
        List<String> missing = new ArrayList<>();
        for (int n = 0; n < submit.missing().size(); n++) {
            String part = submit.missing().get(n);
            if (cycle != null)
                findings.require(
                        cycle.parts().value().stream().anyMatch(part::equalsIgnoreCase),
                        Finding.of(ReportingCycleRule.UNKNOWN_PART, "The cycle does not ask for " + part)
                                .at("/missing/" + n));
            missing.add(cycle == null ? part : EntryChecks.firstSpelling(part, cycle.parts().value().stream()));
        }
        return Decision.of(
                new SubmissionReceived(
                        submit.reportingCycle(), submit.initiative(), missing, submit.papers(), submit.provenance()),
                findings);
    }

    private static Decision<ReportingCycleFact> raise(
            RaiseException raise, History<RecordedFact, ReportingCycleState> history, Evidence evidence) {
        LocalDate on = raise.provenance().effectiveOn();
        ReportingCycleState cycle = stated(on, history);
        Findings findings = new Findings();
        requireWithin(raise.initiative(), on, cycle, findings, evidence);
        if (cycle != null) requireGround(raise, cycle, findings);
        return Decision.stating(ExceptionRaised.class, raise, findings);
    }

    /** That the board gets exceptions, on the ground on which it would get this one. */
    private static void requireGround(RaiseException raise, ReportingCycleState cycle, Findings findings) {
        List<BoardReport> reports = cycle.reports().value().stream()
                .filter(report -> report.coverage() == ReportCoverage.BY_EXCEPTION)
                .filter(report -> report.board().equals(raise.board()))
                .toList();
        if (reports.isEmpty()) {
            findings.note(Finding.of(
                            ReportingCycleRule.NO_REPORT_BY_EXCEPTION,
                            "Board %s gets no exceptions in this cycle".formatted(raise.board()))
                    .at("/board"));
            return;
        }
        if (raise.ground() == null) return;
        findings.require(
                reports.stream().anyMatch(report -> report.grounds().contains(raise.ground())),
                Finding.of(
                                ReportingCycleRule.GROUND_NOT_STATED,
                                "Board %s gets exceptions on %s, not on %s"
                                        .formatted(
                                                raise.board(),
                                                reports.getFirst().grounds(),
                                                raise.ground()))
                        .against(cycle.reports())
                        .at("/ground"));
    }

    /** What is recorded until the day of the closure would be missing in its pack for ever. */
    private static Decision<ReportingCycleFact> close(CloseReportingCycle close, LocalDate today) {
        LocalDate on = close.provenance().effectiveOn();
        return Decision.stating(
                ReportingCycleClosed.class,
                close,
                new Findings()
                        .require(
                                !on.isAfter(today),
                                Finding.of(
                                                ReportingCycleRule.CYCLE_CLOSED_AHEAD,
                                                "It would be closed on %s, and is recorded on %s".formatted(on, today))
                                        .at("/effectiveOn")));
    }

    /** The cycle that day, or as it was opened; null: nothing was opened. */
    private static @Nullable ReportingCycleState stated(
            LocalDate on, History<RecordedFact, ReportingCycleState> history) {
        return history.timeline()
                .on(on)
                .or(() -> history.timeline().segments().stream().findFirst().map(Segment::state))
                .orElse(null);
    }

    /** Notes that an initiative is not within what is reported on. */
    private static void requireWithin(
            String id, LocalDate on, @Nullable ReportingCycleState cycle, Findings findings, Evidence evidence) {
        findings.requireKnown(Kinds.INITIATIVE, id, "/initiative", evidence);
        if (cycle == null || !evidence.history(Kinds.INITIATIVE, id).isOpened()) return;
        List<String> scope = cycle.scope().value();
        boolean within = scope.isEmpty()
                ? cycle.portfolio().value().equals(Placements.portfolio(id, on, evidence))
                : scope.contains(id);
        findings.require(
                within,
                Finding.of(
                                ReportingCycleRule.OUTSIDE_SCOPE,
                                "Initiative %s is not reported on in %s on %s"
                                        .formatted(id, cycle.reportingCycle(), on))
                        .at("/initiative"));
    }

    @Override
    protected List<Finding> correcting(
            ReportingCycleFact corrected, History<RecordedFact, ReportingCycleState> history, Evidence evidence) {
        return corrected instanceof ReportingCycleClosed
                ? List.of(Finding.of(
                        ReportingCycleRule.CLOSED_CYCLE_STANDS, "The fact is the closure of a reporting cycle"))
                : List.of();
    }

    @Override
    protected List<Finding> invariants(ReportingCycleState state) {
        List<Finding> findings = new ArrayList<>(
                EntryChecks.closedAfterItBegan(state, state.name(), ReportingCycleRule.CYCLE_CLOSED_BEFORE_IT_BEGAN));
        order(state.from(), state.to(), ReportingCycleRule.REVERSED_PERIOD, "/to", findings);
        order(state.from(), state.dueOn(), ReportingCycleRule.SUBMISSIONS_DUE_TOO_EARLY, "/dueOn", findings);
        Grounded<LocalDate> due = state.dueOn();
        if (due == null) return findings;
        state.reports().value().stream()
                .filter(report -> report.dueOn() != null && report.dueOn().isBefore(due.value()))
                .forEach(report -> findings.add(Finding.of(
                                ReportingCycleRule.REPORT_DUE_TOO_EARLY,
                                "Board %s is to have its report by %s, and submissions are due by %s"
                                        .formatted(report.board(), report.dueOn(), due.value()))
                        .against(List.of(state.reports().fact(), due.fact()))));
        Grounded<?> closure = state.closure();
        if (closure != null && closure.since().isBefore(due.value()))
            findings.add(Finding.of(
                            ReportingCycleRule.CYCLE_CLOSED_BEFORE_DUE,
                            "It would be closed on %s, and submissions are due by %s"
                                    .formatted(closure.since(), due.value()))
                    .against(List.of(closure.fact(), due.fact())));
        return findings;
    }

    private static void order(
            @Nullable Grounded<LocalDate> first,
            @Nullable Grounded<LocalDate> second,
            ReportingCycleRule rule,
            String pointer,
            List<Finding> findings) {
        if (first != null && second != null && second.value().isBefore(first.value()))
            findings.add(Finding.of(rule, "%s is before %s".formatted(second.value(), first.value()))
                    .against(List.of(first.fact(), second.fact()))
                    .at(pointer));
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                ReportingCycleClosed.class::isInstance,
                fact -> !(fact instanceof ReportingCycleOpened),
                ReportingCycleRule.CYCLE_CLOSED,
                "closed");
    }
}
