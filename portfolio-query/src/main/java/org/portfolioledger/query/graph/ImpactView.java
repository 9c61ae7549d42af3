package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.query.milestone.MilestoneView.DateInBaseline;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Slippage;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * What a slip moves.
 *
 * @param slip what slips, and what that moves of its own
 * @param hit how many ends downstream slip by a day or more
 * @param absorbed how many ends downstream do not slip: whatever lies on the way absorbs all of it
 * @param items the ends downstream: whoever slips by most comes first
 * @param next cursor of the page after it; null: it is the last
 */
record ImpactView(
        AssumedSlip slip,
        int hit,
        int absorbed,
        List<SlippingEnd> items,
        @JsonInclude @Nullable String next) {

    /**
     * What is assumed to slip.
     *
     * @param milestone null: the initiative as a whole
     * @param from first day of what slips: what is expected before it does not
     * @param slipDays by how many days
     */
    record AssumedSlip(
            String initiative,
            @Nullable String milestone,
            LocalDate from,
            int slipDays,
            @JsonUnwrapped Consequences consequences) {}

    /**
     * An end that depends on what slips.
     *
     * @param slipDays by how many days it slips: by the way on which the fewest are absorbed; 0: it does not
     * @param path that way; of several the shortest
     */
    record SlippingEnd(
            @JsonUnwrapped DependencyEnd end,
            long slipDays,
            List<SlipStep> path,
            @JsonUnwrapped Consequences consequences) {}

    /**
     * A dependency by which a slip is passed on.
     *
     * @param absorbed how many days lie between the day on which it can be met and the one on which it is needed; 0: none, or
     *     one of both is not stated
     * @param slipDays how many days are passed on
     */
    record SlipStep(
            String dependency,
            DependencyEnd giver,
            DependencyEnd receiver,
            @Nullable Grounded<LocalDate> promisedFor,
            @Nullable Grounded<LocalDate> neededBy,
            long absorbed,
            long slipDays) {}

    /**
     * What moves with an initiative.
     *
     * @param milestones those that are planned and dated, by id
     * @param contracts those that then end before the initiative has all of its milestones, or of which nobody can tell
     * @param benefits those of the initiative that are then expected before it has all of its milestones, or of which nobody can
     *     tell; the first 100
     * @param delayedBenefits how many there are of these
     */
    record Consequences(
            List<MovedMilestone> milestones,
            List<StrainedContract> contracts,
            List<DelayedBenefit> benefits,
            int delayedBenefits) {

        static final Consequences NONE = new Consequences(List.of(), List.of(), List.of(), 0);
    }

    /**
     * A milestone that moves.
     *
     * @param earliest first day on which it is then expected
     * @param latest last day on which it is then expected
     * @param baseline its date in the baseline in force; null: it is in none
     * @param slippage against that date, as it is
     * @param slippageThen against that date, once it has moved
     * @param breaksBaseline whether it is then later than in the baseline for certain, and is not yet
     */
    record MovedMilestone(
            String milestone,
            Grounded<String> name,
            Grounded<StatedDate> forecast,
            LocalDate earliest,
            LocalDate latest,
            @Nullable Grounded<DateInBaseline> baseline,
            @Nullable Slippage slippage,
            @Nullable Slippage slippageThen,
            boolean breaksBaseline) {}

    /**
     * A contract whose end is a constraint.
     *
     * @param milestone the one that is expected last; null: none is planned and dated, so nobody can tell
     * @param latest last day on which that is then expected
     * @param daysAfterEnd how many days after the end of the contract that is
     * @param breaks whether it is then after the end of the contract, and is not yet
     */
    record StrainedContract(
            String contract,
            Grounded<String> subject,
            Grounded<LocalDate> lastDay,
            @Nullable String milestone,
            @Nullable LocalDate latest,
            @Nullable Long daysAfterEnd,
            boolean breaks) {}

    /**
     * A benefit that is expected before its initiative has all of its milestones. Nobody assessed it yet.
     *
     * @param partOf id of the benefit of which it is a part; null: of none
     * @param achievedBy last day by which it is to be achieved; null: no source states one
     * @param milestone the one that is expected last; null: none is planned and dated, so nobody can tell
     * @param latest last day on which that is then expected
     * @param figures what counts of it in financial years that are not over before the slip, and begin before that day
     * @param breaks whether that is after achievedBy, or one of these years begins before it, and it is not so yet
     */
    record DelayedBenefit(
            String benefit,
            Grounded<String> title,
            @Nullable String partOf,
            @Nullable LocalDate achievedBy,
            @Nullable String milestone,
            @Nullable LocalDate latest,
            List<DelayedFigure> figures,
            boolean breaks) {}

    /**
     * Money or posts of one financial year.
     *
     * @param breaks whether the year begins before the last milestone then, and does not yet
     */
    record DelayedFigure(@JsonUnwrapped CountedFigure figure, boolean breaks) {}
}
