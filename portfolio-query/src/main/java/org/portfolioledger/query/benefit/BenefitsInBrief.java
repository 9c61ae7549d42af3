package org.portfolioledger.query.benefit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.LinkedCount;
import org.portfolioledger.query.figures.MeasuredFigure;

/**
 * What a board sees of benefits. Each counts once, and one that has parts counts through them.
 *
 * @param counted how many count
 * @param contradictory how many of them have figures that do not count, since sources contradict each other
 * @param figures what is planned beside what was measured, by financial year
 * @param targets what sources state that the benefits of a portfolio should add up to; absent for one initiative
 * @param href path of the totals of a portfolio in full, with the facts behind each sum; absent for one initiative
 */
public record BenefitsInBrief(
        LinkedCount counted,
        LinkedCount contradictory,
        List<MeasuredFigure> figures,
        @Nullable List<TargetTotals> targets,
        @Nullable String href) {}
