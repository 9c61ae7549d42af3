package org.portfolioledger.command.milestone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.milestone.MilestoneCommand.AchieveMilestone;
import org.portfolioledger.command.milestone.MilestoneCommand.ChangeForecast;
import org.portfolioledger.command.milestone.MilestoneCommand.DropMilestone;
import org.portfolioledger.command.milestone.MilestoneCommand.PlanMilestone;
import org.portfolioledger.command.milestone.MilestoneCommand.ReinstateMilestone;
import org.portfolioledger.command.milestone.MilestoneCommand.SetBaseline;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Provenance;

/** The rules of milestones. */
final class Milestones extends Family<MilestoneCommand, MilestoneFact, MilestonesState> {

    Milestones() {
        super(Kinds.MILESTONES, MilestoneCommand.class, MilestoneCommand.ROUTES, MilestoneRule.values());
    }

    @Override
    protected Decision<MilestoneFact> decide(
            MilestoneCommand command, History<RecordedFact, MilestonesState> history, Evidence evidence) {
        return switch (command) {
            case PlanMilestone plan ->
                Decision.stating(MilestonePlanned.class, plan, ofOpen(plan.initiative(), plan.provenance(), evidence));
            case ChangeForecast change -> change(change, history, evidence);
            case AchieveMilestone achieve -> achieve(achieve, history, evidence);
            case DropMilestone drop -> {
                Findings findings = new Findings();
                String id = planned(drop.milestone(), history, findings);
                yield Decision.of(
                        new MilestoneDropped(drop.initiative(), id, drop.reason(), drop.provenance()), findings);
            }
            case ReinstateMilestone again -> {
                Findings findings = new Findings();
                String id = planned(again.milestone(), history, findings);
                findings.requireOpenInitiative(
                        again.initiative(), again.provenance().effectiveOn(), null, evidence);
                yield Decision.of(
                        new MilestoneReinstated(
                                again.initiative(), id, again.forecast(), again.reason(), again.provenance()),
                        findings);
            }
            case SetBaseline set ->
                Baselines.set(set, history, ofOpen(set.initiative(), set.provenance(), evidence), evidence);
        };
    }

    /** What is left of a closed initiative is dropped, and nothing else. */
    private static Findings ofOpen(String initiative, Provenance provenance, Evidence evidence) {
        return new Findings().requireOpenInitiative(initiative, provenance.effectiveOn(), null, evidence);
    }

    private static Decision<MilestoneFact> change(
            ChangeForecast change, History<RecordedFact, MilestonesState> history, Evidence evidence) {
        Findings findings = new Findings();
        String id = planned(change.milestone(), history, findings);
        findings.requireOpenInitiative(change.initiative(), change.provenance().effectiveOn(), null, evidence);
        findings.require(
                        change.cause() != null,
                        Finding.of(MilestoneRule.FORECAST_CHANGED_WITHOUT_CAUSE, "The change names no cause")
                                .at("/cause"))
                .require(
                        change.reason() != null,
                        Finding.of(
                                        MilestoneRule.FORECAST_CHANGED_WITHOUT_CAUSE,
                                        "The change does not state what happened")
                                .at("/reason"));
        return Decision.of(
                new MilestoneForecastChanged(
                        change.initiative(),
                        id,
                        change.forecast(),
                        change.cause(),
                        change.reason(),
                        change.provenance()),
                findings);
    }

    private static Decision<MilestoneFact> achieve(
            AchieveMilestone achieve, History<RecordedFact, MilestonesState> history, Evidence evidence) {
        Findings findings = new Findings();
        String id = planned(achieve.milestone(), history, findings);
        findings.requireOpenInitiative(
                achieve.initiative(), achieve.provenance().effectiveOn(), null, evidence);
        LocalDate actual = achieve.provenance().effectiveOn();
        LocalDate today = evidence.sender().today();
        findings.require(
                !actual.isAfter(today),
                Finding.of(
                                MilestoneRule.ACHIEVED_IN_THE_FUTURE,
                                "It would be achieved on %s, and is recorded on %s".formatted(actual, today))
                        .at("/effectiveOn"));
        return Decision.of(new MilestoneAchieved(achieve.initiative(), id, achieve.provenance()), findings);
    }

    static Stream<String> milestones(History<RecordedFact, MilestonesState> history) {
        return EntryChecks.facts(history.entries(), MilestonePlanned.class).map(MilestonePlanned::milestone);
    }

    /** The id of a milestone as it was planned, if it was. */
    private static String planned(String id, History<RecordedFact, MilestonesState> history, Findings findings) {
        findings.require(milestones(history).anyMatch(id::equalsIgnoreCase), ReferenceRule.absent("milestone", id));
        return EntryChecks.firstSpelling(id, milestones(history));
    }

    @Override
    protected List<String> initiatives(MilestoneFact fact, MilestonesState state) {
        return List.of(state.initiative());
    }

    @Override
    protected Set<?> approved(MilestonesState state) {
        return state.baselines().keySet();
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof MilestonePlanned planned ? planned.milestone() : null,
                id -> ReferenceRule.taken("milestone", id)));
        findings.addAll(MilestoneCourse.findings(entries));
        findings.addAll(Baselines.outOfOrder(entries));
        return findings;
    }
}
