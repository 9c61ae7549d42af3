package org.portfolioledger.query.benefit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.benefit.BenefitTotals.ContradictionInBenefit;
import org.portfolioledger.query.benefit.TargetTotals.TargetFigure;
import org.portfolioledger.query.figures.FigureSum;
import org.portfolioledger.query.figures.MeasuredFigure;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState.SavingsFigures;

/**
 * Benefits that count, and what they add up to.
 *
 * @param source whose figures alone count; null: those that count by themselves
 */
record CountedBenefits(
        List<BenefitState> benefits, @Nullable String source) {

    /** How many there are. */
    int size() {
        return benefits.size();
    }

    List<FigureSum> figures() {
        return FigureSum.of(counted(BenefitMeasure.BENEFIT));
    }

    List<FigureSum> costBefore() {
        return FigureSum.of(counted(BenefitMeasure.COST_BEFORE));
    }

    List<FigureSum> costAfter() {
        return FigureSum.of(counted(BenefitMeasure.COST_AFTER));
    }

    /** What is planned of them beside what was measured. */
    List<MeasuredFigure> measured() {
        return MeasuredFigure.of(
                counted(BenefitMeasure.BENEFIT),
                benefits.stream()
                        .flatMap(benefit -> benefit.measured().stream())
                        .toList());
    }

    List<ContradictionInBenefit> contradictions() {
        return benefits.stream()
                .flatMap(benefit -> of(benefit, BenefitMeasure.BENEFIT).contradictions().stream()
                        .map(one -> new ContradictionInBenefit(
                                benefit.benefit(), benefit.title().value(), one)))
                .toList();
    }

    /** Those that have figures of which none counts. */
    CountedBenefits contradictory() {
        return which(benefits.stream()
                .filter(benefit ->
                        !of(benefit, BenefitMeasure.BENEFIT).contradictions().isEmpty())
                .toList());
    }

    private List<CountedFigure> counted(BenefitMeasure measure) {
        return benefits.stream()
                .flatMap(benefit -> of(benefit, measure).counted().stream())
                .toList();
    }

    private CountedFigures of(BenefitState benefit, BenefitMeasure measure) {
        return source == null ? benefit.counted(measure) : benefit.counted(measure, source);
    }

    private CountedBenefits which(List<BenefitState> some) {
        return new CountedBenefits(some, source);
    }

    /** By something that each of them has. */
    <K> Map<K, CountedBenefits> by(Function<BenefitState, K> key, Comparator<K> order) {
        Map<K, CountedBenefits> counted = new TreeMap<>(order);
        benefits.stream().collect(Collectors.groupingBy(key)).forEach((of, some) -> counted.put(of, which(some)));
        return counted;
    }

    /** What sources state that they should add up to, beside what they add up to. */
    List<TargetTotals> against(Stream<Grounded<SavingsFigures>> targets) {
        Map<FigureOf, FigureSum> sums = new TreeMap<>(FigureOf.ORDER);
        figures().forEach(sum -> sums.put(sum.of(), sum));
        return targets.map(stated -> new TargetTotals(
                        stated.value().statedIn(),
                        stated(stated).stream()
                                .map(target -> against(target, sums.get(target.of())))
                                .toList(),
                        stated.fact()))
                .toList();
    }

    private static TargetFigure against(FigureSum target, @Nullable FigureSum counted) {
        return new TargetFigure(
                target.of(),
                target.number(),
                counted == null ? null : counted.number(),
                counted == null ? target.number() : target.number().subtract(counted.number()));
    }

    /** The figures of one source of a portfolio's savings. */
    static List<FigureSum> stated(Grounded<SavingsFigures> stated) {
        return FigureSum.of(CountedFigures.of(Map.of(stated.value().statedIn(), stated), null)
                .counted());
    }
}
