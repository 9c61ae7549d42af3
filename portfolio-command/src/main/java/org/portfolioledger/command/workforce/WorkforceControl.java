package org.portfolioledger.command.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.workforce.WorkforceControlCommand.EndWorkforceControl;
import org.portfolioledger.command.workforce.WorkforceControlCommand.OpenWorkforceControl;
import org.portfolioledger.command.workforce.WorkforceControlCommand.ReportWorkforceFigures;
import org.portfolioledger.command.workforce.WorkforceControlCommand.RescheduleWorkforceControl;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.WorkforceControlState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of controls of posts as a whole. */
final class WorkforceControl extends Family<WorkforceControlCommand, WorkforceControlFact, WorkforceControlState> {

    WorkforceControl() {
        super(
                Kinds.WORKFORCE_CONTROL,
                WorkforceControlCommand.class,
                WorkforceControlCommand.ROUTES,
                WorkforceControlRule.values());
    }

    @Override
    protected Decision<WorkforceControlFact> decide(
            WorkforceControlCommand command, History<RecordedFact, WorkforceControlState> history, Evidence evidence) {
        return switch (command) {
            case OpenWorkforceControl open -> open(open, evidence);
            case ReportWorkforceFigures report -> report(report);
            case RescheduleWorkforceControl reschedule ->
                Decision.stating(
                        WorkforceControlRescheduled.class,
                        reschedule,
                        requirePossible(
                                reschedule.lastDay(), reschedule.provenance().effectiveOn()));
            case EndWorkforceControl end -> Decision.stating(WorkforceControlEnded.class, end, new Findings());
        };
    }

    private static Decision<WorkforceControlFact> open(OpenWorkforceControl open, Evidence evidence) {
        Findings findings = requirePossible(open.lastDay(), open.provenance().effectiveOn())
                .require(
                        !open.groups().isEmpty(),
                        Finding.of(WorkforceControlRule.CONTROL_WITHOUT_GROUPS, "No group of staff is named")
                                .at("/groups"))
                .require(
                        open.phase() == null || open.phase() >= 1,
                        Finding.of(
                                        WorkforceControlRule.CONTROL_PHASE_BELOW_ONE,
                                        "The phase is %s".formatted(open.phase()))
                                .at("/phase"))
                .requireKnown(Kinds.PORTFOLIO, open.portfolio(), "/portfolio", evidence);
        return Decision.stating(WorkforceControlOpened.class, open, findings);
    }

    private static Findings requirePossible(@Nullable LocalDate lastDay, LocalDate stated) {
        return new Findings()
                .require(
                        lastDay == null || !lastDay.isBefore(stated),
                        Finding.of(
                                        WorkforceControlRule.IMPOSSIBLE_CONTROL_PERIOD,
                                        "Its last day would be %s, before %s".formatted(lastDay, stated))
                                .at("/lastDay"));
    }

    private static Decision<WorkforceControlFact> report(ReportWorkforceFigures report) {
        Findings findings = new Findings()
                .require(
                        report.offers() != null
                                || report.accepted() != null
                                || report.posts() != null
                                || report.cost() != null,
                        Finding.of(WorkforceControlRule.FIGURES_WITHOUT_FIGURE, "No figure is stated"));
        requireNumber(report.offers(), "/offers", findings);
        requireNumber(report.accepted(), "/accepted", findings);
        requireNumber(report.posts(), "/posts", findings);
        Powers.requireAmount(report.cost(), "/cost", findings);
        findings.require(
                report.cost() == null || report.cost().isQualified(),
                Finding.of(
                                WorkforceControlRule.COST_NOT_QUALIFIED,
                                "The source does not state the price basis of the cost or its confidence")
                        .at("/cost"));
        return Decision.stating(WorkforceFiguresReported.class, report, findings);
    }

    private static void requireNumber(@Nullable Integer number, String pointer, Findings findings) {
        findings.require(
                number == null || number >= 0,
                Finding.of(WorkforceControlRule.FIGURE_BELOW_ZERO, "The number is %s".formatted(number))
                        .at(pointer));
    }

    @Override
    protected List<Finding> invariants(WorkforceControlState state) {
        List<Finding> findings = new ArrayList<>(EntryChecks.closedAfterItBegan(
                state, state.name(), WorkforceControlRule.WORKFORCE_CONTROL_ENDED_BEFORE_IT_BEGAN));
        Grounded<Integer> offers = state.offers();
        Grounded<Integer> accepted = state.accepted();
        if (offers != null && accepted != null && accepted.value() > offers.value())
            findings.add(Finding.of(
                            WorkforceControlRule.ACCEPTED_ABOVE_OFFERS,
                            "Of %s offers, %s would be accepted".formatted(offers.value(), accepted.value()))
                    .against(offers));
        return findings;
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                WorkforceControlEnded.class::isInstance,
                fact -> !(fact instanceof WorkforceControlOpened),
                WorkforceControlRule.WORKFORCE_CONTROL_ENDED_ALREADY,
                "ended");
    }
}
