package org.portfolioledger.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * The milestones of one initiative.
 *
 * @param milestones by id
 * @param baselines by number; the last is the one in force
 */
@RecordBuilder
public record MilestonesState(
        String initiative, SortedMap<String, Milestone> milestones, SortedMap<Integer, Grounded<Baseline>> baselines)
        implements MilestonesStateBuilder.With, Alerting, OfInitiative, Referring {

    /**
     * The dates of milestones, as they were approved.
     *
     * @param dates by milestone
     * @param decision position of the fact by which a board approved it; null: not stated
     * @param businessCase with whose final approval it was approved; null: none, or not stated
     * @param reason null: not stated
     */
    public record Baseline(
            SortedMap<String, StatedDate> dates,
            @Nullable Long decision,
            @Nullable String businessCase,
            @Nullable String reason) {}

    static MilestonesState planned(MilestonePlanned planned, Grounds grounds) {
        return new MilestonesState(planned.initiative(), new TreeMap<>(), new TreeMap<>()).evolve(planned, grounds);
    }

    MilestonesState evolve(MilestoneFact fact, Grounds grounds) {
        return switch (fact) {
            case MilestonePlanned planned -> put(Milestone.planned(planned, grounds));
            case MilestoneForecastChanged changed ->
                change(changed.milestone(), it -> it.forecastChanged(changed, grounds));
            case MilestoneAchieved achieved -> change(achieved.milestone(), it -> it.achieved(achieved, grounds));
            case MilestoneDropped gone -> change(gone.milestone(), it -> it.dropped(gone, grounds));
            case MilestoneReinstated again -> change(again.milestone(), it -> it.reinstated(again, grounds));
            case BaselineSet set ->
                withBaselines(Copies.with(baselines, set.baseline(), grounds.ground(baseline(set))));
        };
    }

    private static Baseline baseline(BaselineSet set) {
        SortedMap<String, StatedDate> dates = new TreeMap<>();
        for (BaselineDate date : set.dates()) dates.put(date.milestone(), date.stated());
        return new Baseline(dates, set.decision(), set.businessCase(), set.reason());
    }

    /** Number of the baseline in force; null: none was set. */
    public @Nullable Integer lastBaseline() {
        return baselines.isEmpty() ? null : baselines.lastKey();
    }

    /** The baselines after the first. */
    public Collection<Grounded<Baseline>> rebaselines() {
        return baselines.tailMap(2).values();
    }

    /**
     * By how much a milestone is later than in a baseline.
     *
     * @param baseline number; null: of none
     * @return null if there is no such baseline, if the milestone is not in it, or if nobody expects it on a date
     */
    public @Nullable Slippage slippage(Milestone milestone, @Nullable Integer baseline) {
        StatedDate from = dateIn(milestone, baseline);
        StatedDate to = milestone.expected();
        return from == null || to == null ? null : Slippage.between(from, to);
    }

    /**
     * By how much a milestone is later in one baseline than in another.
     *
     * @param baseline number of the other; null: of none
     * @param against number of the one
     * @return null if the milestone is not in both
     */
    public @Nullable Slippage slippage(Milestone milestone, @Nullable Integer baseline, int against) {
        StatedDate from = dateIn(milestone, baseline);
        StatedDate to = dateIn(milestone, against);
        return from == null || to == null ? null : Slippage.between(from, to);
    }

    private @Nullable StatedDate dateIn(Milestone milestone, @Nullable Integer baseline) {
        Grounded<Baseline> set = baseline == null ? null : baselines.get(baseline);
        return set == null ? null : set.value().dates().get(milestone.milestone());
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Milestone milestone : milestones.values()) references.addAll(milestone.references(initiative));
        for (Grounded<Baseline> baseline : baselines.values()) {
            references.add(Reference.to(Kinds.INITIATIVE, initiative, baseline));
            if (baseline.value().businessCase() != null)
                references.add(
                        Reference.toFormer(Kinds.BUSINESS_CASE, baseline.value().businessCase(), baseline));
        }
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        for (Milestone milestone : milestones.values())
            alerts.addAll(milestone.alerts(slippage(milestone, lastBaseline()), asOf));
        return alerts;
    }

    private MilestonesState put(Milestone milestone) {
        return withMilestones(Copies.with(milestones, milestone.milestone(), milestone));
    }

    /** What was never planned, as far as is known, does not change. */
    private MilestonesState change(String id, UnaryOperator<Milestone> change) {
        Milestone planned = milestones.get(id);
        return planned == null ? this : put(change.apply(planned));
    }
}
