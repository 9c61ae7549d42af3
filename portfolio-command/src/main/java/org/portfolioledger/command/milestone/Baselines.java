package org.portfolioledger.command.milestone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.StandingDecision;
import org.portfolioledger.command.milestone.MilestoneCommand.SetBaseline;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.StatedDate;

/** The rules of baselines (rule 10). */
final class Baselines {

    private Baselines() {}

    /** Sets the next baseline, or one that is stated. */
    static Decision<MilestoneFact> set(
            SetBaseline set, History<RecordedFact, MilestonesState> history, Findings findings, Evidence evidence) {
        List<BaselineDate> dates = set.dates().isEmpty() ? expected(set, history) : spelled(set, history, findings);
        findings.require(
                !dates.isEmpty(),
                Finding.of(MilestoneRule.BASELINE_OF_NOTHING, "No milestone is expected on a date")
                        .at("/dates"));
        Integer stated = set.baseline();
        int number = stated == null ? next(set, dates, history) : stated;
        if (set.businessCase() != null)
            findings.requireApprovedCase(
                    set.businessCase(),
                    set.initiative(),
                    set.provenance().effectiveOn(),
                    MilestoneRule.BASELINE_CASE_NOT_APPROVED,
                    "/businessCase",
                    evidence);
        requireDecision(set, number, findings, evidence);
        findings.require(
                number == 1 || set.reason() != null,
                Finding.of(MilestoneRule.BASELINE_WITHOUT_REASON, "Baseline %s states no reason".formatted(number))
                        .at("/reason"));
        return Decision.of(fact(set, number, dates), findings);
    }

    private static int next(SetBaseline set, List<BaselineDate> dates, History<RecordedFact, MilestonesState> history) {
        return EntryChecks.nextVersion(
                EntryChecks.facts(history.entries(), BaselineSet.class).toList(),
                BaselineSet::baseline,
                number -> fact(set, number, dates));
    }

    private static BaselineSet fact(SetBaseline set, int number, List<BaselineDate> dates) {
        return new BaselineSet(
                set.initiative(), number, dates, set.decision(), set.businessCase(), set.reason(), set.provenance());
    }

    /** The first one needs no decision, but what it names must be one. */
    private static void requireDecision(SetBaseline set, int number, Findings findings, Evidence evidence) {
        Long decision = set.decision();
        if (number == 1 && decision == null) return;
        LocalDate on = set.provenance().effectiveOn();
        StandingDecision.require(
                decision,
                on,
                decided -> number == 1
                        ? StandingDecision.concerns(decided, set.initiative(), on, evidence)
                        : StandingDecision.rebaselines(decided, set.initiative(), on, evidence),
                evidence,
                findings,
                Finding.of(
                                MilestoneRule.BASELINE_WITHOUT_DECISION,
                                decision == null
                                        ? "Baseline %s names no decision".formatted(number)
                                        : "Fact %s is not a board's approval of a re-baseline of %s in effect on %s"
                                                .formatted(decision, set.initiative(), on))
                        .at("/decision"));
    }

    /** The dates that hold on the day of a baseline, of every milestone that has one. */
    private static List<BaselineDate> expected(SetBaseline set, History<RecordedFact, MilestonesState> history) {
        List<BaselineDate> dates = new ArrayList<>();
        history.timeline().on(set.provenance().effectiveOn()).ifPresent(state -> {
            for (Milestone milestone : state.milestones().values()) {
                StatedDate date = milestone.expected();
                if (date != null) dates.add(BaselineDate.of(milestone.milestone(), date));
            }
        });
        return List.copyOf(dates);
    }

    /** The dates that are stated, each milestone as it was planned. */
    private static List<BaselineDate> spelled(
            SetBaseline set, History<RecordedFact, MilestonesState> history, Findings findings) {
        List<BaselineDate> dates = new ArrayList<>();
        for (int i = 0; i < set.dates().size(); i++) {
            BaselineDate date = set.dates().get(i);
            findings.require(
                    Milestones.milestones(history).anyMatch(date.milestone()::equalsIgnoreCase),
                    ReferenceRule.unknown("milestone", date.milestone(), "/dates/%s/milestone".formatted(i)));
            dates.add(BaselineDate.of(
                    EntryChecks.firstSpelling(date.milestone(), Milestones.milestones(history)), date.stated()));
        }
        List<@Nullable String> named = new ArrayList<>();
        for (BaselineDate date : dates) named.add(date.milestone());
        findings.requireNamedOnce(named, i -> "/dates/%s/milestone".formatted(i));
        return List.copyOf(dates);
    }

    /** Each number is the next of those before. */
    static List<Finding> outOfOrder(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> before = null;
        int last = 0;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (!(Kinds.MILESTONES.fact(entry) instanceof BaselineSet set)) continue;
            if (set.baseline() != last + 1)
                findings.add(Finding.contradiction(
                                MilestoneRule.BASELINE_OUT_OF_ORDER,
                                last == 0
                                        ? "Baseline %s would be the first".formatted(set.baseline())
                                        : "Baseline %s would follow baseline %s".formatted(set.baseline(), last),
                                entry,
                                before == null ? List.of() : List.of(before))
                        .at("/baseline"));
            before = entry;
            last = set.baseline();
        }
        return findings;
    }
}
