package org.portfolioledger.query.benefit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.query.figures.FigureSum;
import org.portfolioledger.query.figures.MeasuredFigure;
import org.portfolioledger.state.CountedFigures.ContradictingFigures;

/**
 * The figures of benefits added up. Each benefit counts once, and one that has parts counts through them. The figures of the
 * parts add up to those of the whole, exactly. Figures of two years, or in two kinds of prices, are never added.
 *
 * @param benefits how many count
 * @param figures sums of money and posts, by financial year
 * @param costBefore sums of what is spent without the benefits, in a year
 * @param costAfter sums of what will be spent with the benefits, in a year
 * @param classes the same by class
 * @param businessGroups the same by business group
 * @param contradictions what does not count, since sources contradict each other; the first of them
 * @param contradicting how many figures do not count for that
 * @param measured what is planned beside what was measured, by financial year
 * @param targets what sources state that the benefits should add up to, beside what they add up to
 * @param remainingGaps by what the benefits fall short, as sources state it
 * @param items the parts of which each has a benefit that counts: initiatives below, and benefits that belong to none of these
 * @param href path of the list of the benefits that count
 * @param next cursor of the page after it; null: it is the last
 */
record BenefitTotals(
        int benefits,
        List<FigureSum> figures,
        List<FigureSum> costBefore,
        List<FigureSum> costAfter,
        List<ClassTotals> classes,
        List<GroupTotals> businessGroups,
        List<ContradictionInBenefit> contradictions,
        int contradicting,
        List<MeasuredFigure> measured,
        List<TargetTotals> targets,
        List<StatedGap> remainingGaps,
        List<PartTotals> items,
        String href,
        @JsonInclude @Nullable String next) {

    /**
     * Of one class.
     *
     * @param benefitClass null: the source states none
     * @param href path of the list of these
     */
    record ClassTotals(@Nullable BenefitClass benefitClass, int benefits, List<FigureSum> figures, String href) {}

    /**
     * Of one business group, or of those that own something together.
     *
     * @param businessGroups codes; empty: none is stated
     * @param href path of the list of these
     */
    record GroupTotals(List<String> businessGroups, int benefits, List<FigureSum> figures, String href) {}

    /** Figures of a benefit of which none counts. */
    record ContradictionInBenefit(
            String benefit, String title, @JsonUnwrapped ContradictingFigures figures) {}

    /**
     * By what the benefits fall short, as one source states it.
     *
     * @param fact position of the fact that states it
     */
    record StatedGap(String statedIn, List<FigureSum> figures, long fact) {}

    /**
     * A part, which is an initiative with all below it, or one benefit.
     *
     * @param initiative id; null: it is a benefit
     * @param benefit id; null: it is an initiative
     * @param benefits how many count in it
     * @param href path of the list of these, or of the benefit
     */
    record PartTotals(
            @Nullable String initiative,
            @Nullable String benefit,
            String name,
            int benefits,
            List<FigureSum> figures,
            List<FigureSum> costBefore,
            List<FigureSum> costAfter,
            String href) {}
}
