package org.portfolioledger.command.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** Which way a milestone goes: planned, then achieved or dropped; what was dropped may be reinstated. */
final class MilestoneCourse {

    /** The fact by which each milestone is in its state, by the milestone. */
    private final Map<String, EffectiveEntry<RecordedFact>> latest = new HashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    private MilestoneCourse() {}

    /** What contradicts that way, of all milestones of an initiative. */
    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        MilestoneCourse course = new MilestoneCourse();
        for (EffectiveEntry<RecordedFact> entry : entries) course.follow(entry, entries);
        return course.findings;
    }

    private void follow(EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> all) {
        switch (Kinds.MILESTONES.fact(entry)) {
            case MilestonePlanned planned -> latest.putIfAbsent(planned.milestone(), entry);
            case MilestoneForecastChanged changed -> requirePlanned(changed.milestone(), entry, all);
            case MilestoneAchieved achieved -> {
                requirePlanned(achieved.milestone(), entry, all);
                latest.computeIfPresent(achieved.milestone(), (_, _) -> entry);
            }
            case MilestoneDropped gone -> {
                requirePlanned(gone.milestone(), entry, all);
                latest.computeIfPresent(gone.milestone(), (_, _) -> entry);
            }
            case MilestoneReinstated again -> {
                requireDropped(again.milestone(), entry, all);
                latest.computeIfPresent(again.milestone(), (_, _) -> entry);
            }
            case BaselineSet set -> {
                for (BaselineDate date : set.dates()) requireInPlan(date.milestone(), entry, all);
            }
        }
    }

    private void requirePlanned(
            String milestone, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> all) {
        if (!requireInPlan(milestone, entry, all)) return;
        EffectiveEntry<RecordedFact> before = latest.get(milestone);
        if (before != null && fact(before) instanceof MilestoneAchieved)
            findings.add(Finding.contradiction(
                            MilestoneRule.MILESTONE_ACHIEVED_ALREADY,
                            "Milestone %s was achieved on %s".formatted(milestone, before.effectiveOn()),
                            entry,
                            List.of(before))
                    .at("/effectiveOn"));
    }

    private void requireDropped(
            String milestone, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> all) {
        EffectiveEntry<RecordedFact> before = latest.get(milestone);
        if (before == null) requireInPlan(milestone, entry, all);
        else if (!(fact(before) instanceof MilestoneDropped))
            findings.add(Finding.contradiction(
                            MilestoneRule.MILESTONE_NOT_DROPPED,
                            "Milestone %s is not dropped on %s".formatted(milestone, entry.effectiveOn()),
                            entry,
                            List.of(before))
                    .at("/effectiveOn"));
    }

    /** Notes that it was not planned by then, or was dropped. */
    private boolean requireInPlan(
            String milestone, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> all) {
        EffectiveEntry<RecordedFact> before = latest.get(milestone);
        if (before != null && !(fact(before) instanceof MilestoneDropped)) return true;
        Optional<EffectiveEntry<RecordedFact>> planned = all.stream()
                .filter(other -> milestone.equals(plans(fact(other))))
                .findFirst();
        // Of what was never planned, the command itself is told that it is nowhere.
        if (before == null && planned.isEmpty() && entry.position() == History.UNRECORDED) return false;
        findings.add((before == null
                        ? Finding.contradiction(
                                MilestoneRule.MILESTONE_NOT_PLANNED_YET,
                                "Milestone %s is not planned by %s".formatted(milestone, entry.effectiveOn()),
                                entry,
                                planned.stream().toList())
                        : Finding.contradiction(
                                MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE,
                                "Milestone %s was dropped on %s".formatted(milestone, before.effectiveOn()),
                                entry,
                                List.of(before)))
                .at("/effectiveOn"));
        return false;
    }

    private static MilestoneFact fact(EffectiveEntry<RecordedFact> entry) {
        return Kinds.MILESTONES.fact(entry);
    }

    private static @Nullable String plans(MilestoneFact fact) {
        return fact instanceof MilestonePlanned planned ? planned.milestone() : null;
    }
}
