package org.portfolioledger.query.milestone;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Alerting;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.MilestonesState.Baseline;
import org.portfolioledger.state.Slippage;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * A milestone as it is listed.
 *
 * @param baseline its date in the baseline with which it is compared; null: it is not in it, or there is none
 * @param against its date in another baseline, with which that is compared; null: with none, or it is not in it
 * @param slippage from that date to the actual date, or else to the forecast, or to the date in the other baseline; null: one of them is not stated
 * @param dueOn last day on which it is expected; null: none, for it was achieved or dropped, or nobody stated one
 * @param overdue whether that day has passed
 */
@SchemaName("MilestoneOfInitiative")
public record MilestoneView(
        String initiative,
        @JsonUnwrapped Milestone planned,
        @Nullable Grounded<DateInBaseline> baseline,
        @Nullable Grounded<DateInBaseline> against,
        @Nullable Slippage slippage,
        @Nullable LocalDate dueOn,
        boolean overdue)
        implements Alerting {

    /** On a row {@code r}: that the baseline which a filter names is set. */
    public static final String HAS_BASELINE =
            "r.kind = 'milestones' and jsonb_exists(r.state -> 'baselines', :baseline)";

    /** The same of the one with which that is compared. */
    public static final String HAS_OTHER_BASELINE =
            "r.kind = 'milestones' and jsonb_exists(r.state -> 'baselines', :against)";

    /**
     * The date of a milestone in a baseline.
     *
     * @param number of the baseline
     * @param precision null: to the day
     */
    public record DateInBaseline(
            int number, LocalDate date, @Nullable DatePrecision precision) {}

    /** Those of an initiative that the filters of a question ask for, compared with the baselines that it names. */
    public static List<PartView<MilestoneView>> askedFor(MilestonesState state, ReadRequest request, Viewpoint seen) {
        Integer baseline = request.filter("baseline").map(Integer::valueOf).orElse(state.lastBaseline());
        Integer against = request.filter("against").map(Integer::valueOf).orElse(null);
        return of(state, baseline, against, seen).stream()
                .filter(part -> part.value().isAskedFor(request))
                .toList();
    }

    private boolean isAskedFor(ReadRequest request) {
        return SubResources.is(
                        request.filter("kind"),
                        planned.kind() == null ? null : planned.kind().value())
                && SubResources.is(request.filter("status"), planned.status().value())
                && SubResources.is(request.filter("overdue"), overdue)
                && isDueWithin(request)
                && hasSlippedBy(request);
    }

    private boolean isDueWithin(ReadRequest request) {
        LocalDate from = request.filter("dueFrom").map(LocalDate::parse).orElse(null);
        LocalDate to = request.filter("dueTo").map(LocalDate::parse).orElse(null);
        if (from == null && to == null) return true;
        if (dueOn == null) return false;
        return (from == null || !dueOn.isBefore(from)) && (to == null || dueOn.isBefore(to));
    }

    private boolean hasSlippedBy(ReadRequest request) {
        return request.filter("slippedBy")
                .map(Integer::valueOf)
                .map(least -> slippage != null && slippage.leastDays() >= least)
                .orElse(true);
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        return planned.alerts(against == null ? slippage : null, asOf);
    }

    /** Those of an initiative, compared with the baseline in force. */
    public static List<PartView<MilestoneView>> of(MilestonesState state, Viewpoint seen) {
        return of(state, state.lastBaseline(), null, seen);
    }

    /**
     * The same; what a milestone rests on is that by which it is in its state.
     *
     * @param baseline with which it is compared
     * @param against whose dates are compared with those of the baseline; null: those that are expected are
     */
    private static List<PartView<MilestoneView>> of(
            MilestonesState state, @Nullable Integer baseline, @Nullable Integer against, Viewpoint seen) {
        return state.milestones().values().stream()
                .map(milestone -> PartView.of(
                        milestone.milestone(),
                        milestone.status().as(of(state, milestone, baseline, against, seen)),
                        seen))
                .toList();
    }

    private static MilestoneView of(
            MilestonesState state,
            Milestone milestone,
            @Nullable Integer baseline,
            @Nullable Integer against,
            Viewpoint seen) {
        return new MilestoneView(
                state.initiative(),
                milestone,
                dateIn(state, milestone, baseline),
                dateIn(state, milestone, against),
                against == null ? state.slippage(milestone, baseline) : state.slippage(milestone, baseline, against),
                milestone.dueOn(),
                milestone.isOverdue(seen.asOf()));
    }

    private static @Nullable Grounded<DateInBaseline> dateIn(
            MilestonesState state, Milestone milestone, @Nullable Integer baseline) {
        if (baseline == null) return null;
        Grounded<Baseline> set = state.baselines().get(baseline);
        if (set == null) return null;
        StatedDate date = set.value().dates().get(milestone.milestone());
        return date == null ? null : set.as(new DateInBaseline(baseline, date.date(), date.precision()));
    }
}
