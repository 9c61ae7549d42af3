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
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.graph.ImpactView.Consequences;
import org.portfolioledger.query.graph.ImpactView.MovedMilestone;
import org.portfolioledger.query.graph.ImpactView.StrainedContract;
import org.portfolioledger.query.milestone.MilestoneView;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.Slippage;
import org.portfolioledger.state.Viewpoint;

/**
 * What moves, and what breaks, if some initiatives slip: read once for all of them. What else hangs on an initiative is one
 * more kind of state here, and one more member of {@link Consequences}.
 */
record SlipConsequences(Map<String, MilestonesState> milestones, Map<String, List<ContractState>> contracts) {

    static SlipConsequences of(Rows rows, TimePoint point, Collection<String> initiatives) {
        Map<String, MilestonesState> milestones = new HashMap<>();
        for (Known<MilestonesState> known : rows.where(point, Kinds.MILESTONES, Among.ofIds(initiatives)))
            milestones.put(known.id(), known.state());
        String[] streams = initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        Map<String, List<ContractState>> contracts =
                rows.where(point, Kinds.CONTRACT, "r.refs && :streams::text[]", Map.of("streams", streams)).stream()
                        .map(Known::state)
                        .filter(contract ->
                                contract.initiative() != null && contract.lastDay() != null && contract.isOpen())
                        .collect(Collectors.groupingBy(contract ->
                                Objects.requireNonNull(contract.initiative()).value()));
        return new SlipConsequences(milestones, contracts);
    }

    /** All states from which they are told. */
    List<Object> states() {
        List<Object> states = new ArrayList<>(milestones.values());
        contracts.values().forEach(states::addAll);
        return states;
    }

    /**
     * Of one initiative.
     *
     * @param days by which it slips; 0: nothing moves
     * @param from first day of what slips
     */
    Consequences of(@Nullable String initiative, long days, LocalDate from, Viewpoint seen) {
        if (initiative == null || days == 0) return new Consequences(List.of(), List.of());
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
        MilestoneView last = planned.stream()
                .max(Comparator.<MilestoneView, LocalDate>comparing(one -> latest(one, days, from, seen))
                        .thenComparing(one -> one.planned().milestone(), Comparator.reverseOrder()))
                .orElse(null);
        List<StrainedContract> strained = new ArrayList<>();
        for (ContractState contract : contracts.getOrDefault(initiative, List.of())) {
            LocalDate end = Objects.requireNonNull(contract.lastDay()).value();
            if (last == null) strained.add(strained(contract, null, null, null, false));
            else if (latest(last, days, from, seen).isAfter(end)) {
                LocalDate latest = latest(last, days, from, seen);
                boolean already = planned.stream().anyMatch(one -> dueOn(one).isAfter(end));
                strained.add(strained(
                        contract, last.planned().milestone(), latest, ChronoUnit.DAYS.between(end, latest), !already));
            }
        }
        return new Consequences(moved, strained);
    }

    private static StrainedContract strained(
            ContractState contract,
            @Nullable String milestone,
            @Nullable LocalDate latest,
            @Nullable Long daysAfterEnd,
            boolean breaks) {
        return new StrainedContract(
                contract.contract(),
                contract.subject(),
                Objects.requireNonNull(contract.lastDay()),
                milestone,
                latest,
                daysAfterEnd,
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
