package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.graph.ImpactView.Consequences;
import org.portfolioledger.query.graph.ImpactView.DelayedBenefit;
import org.portfolioledger.query.graph.ImpactView.DelayedFigure;
import org.portfolioledger.query.graph.ImpactView.MovedMilestone;
import org.portfolioledger.query.graph.ImpactView.StrainedContract;
import org.portfolioledger.query.milestone.MilestoneView;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.Slippage;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.FinancialYear;

/**
 * What moves, and what breaks, if some initiatives slip: read once for all of them. What else hangs on an initiative is one
 * more kind of state here, and one more member of {@link Consequences}.
 */
record SlipConsequences(
        Map<String, MilestonesState> milestones,
        Map<String, List<ContractState>> contracts,
        Map<String, List<BenefitState>> benefits) {

    private static final int MOST_BENEFITS = 100;

    static SlipConsequences of(Rows rows, TimePoint point, Collection<String> initiatives) {
        Map<String, MilestonesState> milestones = new HashMap<>();
        for (Known<MilestonesState> known : rows.where(point, Kinds.MILESTONES, Among.ofIds(initiatives)))
            milestones.put(known.id(), known.state());
        Among referring = Among.referringTo(
                initiatives.stream().map(Kinds.INITIATIVE::stream).toList());
        Map<String, List<ContractState>> contracts = rows.where(point, Kinds.CONTRACT, referring).stream()
                .map(Known::state)
                .filter(contract -> contract.initiative() != null && contract.lastDay() != null && contract.isOpen())
                .collect(Collectors.groupingBy(contract ->
                        Objects.requireNonNull(contract.initiative()).value()));
        Map<String, List<BenefitState>> benefits = rows.where(point, Kinds.BENEFIT, referring).stream()
                .map(Known::state)
                .filter(benefit -> benefit.subject().value().initiative() != null
                        && benefit.isOpen()
                        && benefit.assessment() == null)
                .collect(Collectors.groupingBy(benefit ->
                        Objects.requireNonNull(benefit.subject().value().initiative())));
        return new SlipConsequences(milestones, contracts, benefits);
    }

    /** All states from which they are told. */
    List<Object> states() {
        List<Object> states = new ArrayList<>(milestones.values());
        contracts.values().forEach(states::addAll);
        benefits.values().forEach(states::addAll);
        return states;
    }

    /**
     * Of one initiative.
     *
     * @param days by which it slips; 0: nothing moves
     * @param from first day of what slips
     */
    Consequences of(@Nullable String initiative, long days, LocalDate from, Viewpoint seen) {
        if (initiative == null || days == 0) return Consequences.NONE;
        MilestonesState state = milestones.get(initiative);
        List<MilestoneView> planned = state == null
                ? List.of()
                : MilestoneView.of(state, seen).stream()
                        .map(PartView::value)
                        .filter(one -> one.planned().status().value() == MilestoneStatus.PLANNED
                                && one.planned().forecast() != null)
                        .toList();
        List<MovedMilestone> moved = planned.stream()
                .filter(one -> moves(one, from, seen))
                .map(one -> moved(one, days))
                .toList();
        LastMilestone last = last(planned, days, from, seen);
        List<StrainedContract> strained = contracts.getOrDefault(initiative, List.of()).stream()
                .flatMap(contract -> Stream.ofNullable(strained(contract, last)))
                .toList();
        List<DelayedBenefit> delayed = benefits.getOrDefault(initiative, List.of()).stream()
                .flatMap(benefit -> Stream.ofNullable(delayed(benefit, last, from)))
                .toList();
        return new Consequences(
                moved, strained, delayed.stream().limit(MOST_BENEFITS).toList(), delayed.size());
    }

    /** The milestone that is expected last once others have moved, and the day on which the last is expected before and then. */
    private record LastMilestone(String milestone, LocalDate before, LocalDate then) {}

    /** The last of those that are planned and dated; null: there is none. */
    private static @Nullable LastMilestone last(
            List<MilestoneView> planned, long days, LocalDate from, Viewpoint seen) {
        return planned.stream()
                .max(Comparator.<MilestoneView, LocalDate>comparing(one -> latest(one, days, from, seen))
                        .thenComparing(one -> one.planned().milestone(), Comparator.reverseOrder()))
                .map(one -> new LastMilestone(
                        one.planned().milestone(),
                        planned.stream()
                                .map(SlipConsequences::dueOn)
                                .max(LocalDate::compareTo)
                                .orElseThrow(),
                        latest(one, days, from, seen)))
                .orElse(null);
    }

    /**
     * A contract that ends before the last milestone is expected, or of which nobody can tell.
     *
     * @return null if it ends late enough
     */
    private static @Nullable StrainedContract strained(ContractState contract, @Nullable LastMilestone last) {
        Grounded<LocalDate> end = Objects.requireNonNull(contract.lastDay());
        if (last == null)
            return new StrainedContract(contract.contract(), contract.subject(), end, null, null, null, false);
        if (!last.then().isAfter(end.value())) return null;
        return new StrainedContract(
                contract.contract(),
                contract.subject(),
                end,
                last.milestone(),
                last.then(),
                ChronoUnit.DAYS.between(end.value(), last.then()),
                !last.before().isAfter(end.value()));
    }

    /**
     * A benefit whose figures are of years that are not over on the first day of the slip, and begin before the last milestone
     * is expected, or that is to be achieved before. Without such a milestone it is every year that is not over.
     *
     * @return null if it comes late enough
     */
    private static @Nullable DelayedBenefit delayed(
            BenefitState benefit, @Nullable LastMilestone last, LocalDate from) {
        List<DelayedFigure> figures = new ArrayList<>();
        for (CountedFigure figure : benefit.counted(BenefitMeasure.BENEFIT).counted()) {
            FinancialYear year = figure.of().year();
            if (year == null || year.lastDay().isBefore(from)) continue;
            if (last == null || year.firstDay().isBefore(last.then()))
                figures.add(new DelayedFigure(
                        figure, last != null && !year.firstDay().isBefore(last.before())));
        }
        LocalDate by = benefit.achievedBy();
        boolean late =
                by != null && (last == null ? !by.isBefore(from) : last.then().isAfter(by));
        if (figures.isEmpty() && !late) return null;
        boolean breaks = figures.stream().anyMatch(DelayedFigure::breaks)
                || (by != null && last != null && late && !last.before().isAfter(by));
        return new DelayedBenefit(
                benefit.benefit(),
                benefit.title(),
                benefit.partOf() == null ? null : benefit.partOf().value(),
                by,
                last == null ? null : last.milestone(),
                last == null ? null : last.then(),
                figures,
                breaks);
    }

    /** What is late is expected today at the earliest. */
    private static boolean moves(MilestoneView milestone, LocalDate from, Viewpoint seen) {
        LocalDate due = dueOn(milestone);
        return !(due.isBefore(seen.asOf()) ? seen.asOf() : due).isBefore(from);
    }

    private static LocalDate dueOn(MilestoneView milestone) {
        return Objects.requireNonNull(milestone.dueOn());
    }

    private static LocalDate latest(MilestoneView milestone, long days, LocalDate from, Viewpoint seen) {
        return moves(milestone, from, seen) ? dueOn(milestone).plusDays(days) : dueOn(milestone);
    }

    private static MovedMilestone moved(MilestoneView milestone, long days) {
        var forecast = Objects.requireNonNull(milestone.planned().forecast());
        Slippage before = milestone.slippage();
        Slippage then = before == null ? null : before.later((int) days);
        return new MovedMilestone(
                milestone.planned().milestone(),
                milestone.planned().name(),
                forecast,
                forecast.value().firstDay().plusDays(days),
                forecast.value().lastDay().plusDays(days),
                milestone.baseline(),
                before,
                then,
                before != null && then != null && then.isCertain() && !before.isCertain());
    }
}
