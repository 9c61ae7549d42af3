package org.portfolioledger.query.benefit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;

/**
 * What the parts of a benefit add up to, beside what is stated of the whole.
 *
 * @param benefits ids of the parts that are not withdrawn
 * @param sources one for each source that states something of the whole
 */
record BenefitParts(List<String> benefits, List<SourceOfParts> sources) {

    /**
     * The figures of one source, of the whole and of its parts.
     *
     * @param costBefore what it costs without the benefit, in a year
     * @param costAfter what it will cost with the benefit, in a year
     */
    record SourceOfParts(
            String statedIn,
            List<FigureOfParts> figures,
            List<FigureOfParts> costBefore,
            List<FigureOfParts> costAfter) {}

    /**
     * A figure of the whole beside the sum of its parts.
     *
     * @param stated of the whole; null: not stated
     * @param parts sum of the parts; null: none of them states it
     * @param difference what is stated of the whole, less the sum of the parts
     */
    record FigureOfParts(
            @JsonUnwrapped FigureOf of,
            @Nullable BigDecimal stated,
            @Nullable BigDecimal parts,
            BigDecimal difference) {}

    static BenefitParts of(BenefitState whole, List<BenefitState> parts) {
        List<SourceOfParts> sources = new ArrayList<>();
        for (String source : whole.profiles().keySet())
            sources.add(new SourceOfParts(
                    source,
                    compared(whole, parts, source, BenefitMeasure.BENEFIT),
                    compared(whole, parts, source, BenefitMeasure.COST_BEFORE),
                    compared(whole, parts, source, BenefitMeasure.COST_AFTER)));
        return new BenefitParts(parts.stream().map(BenefitState::benefit).toList(), sources);
    }

    private static List<FigureOfParts> compared(
            BenefitState whole, List<BenefitState> parts, String source, BenefitMeasure measure) {
        Map<FigureOf, BigDecimal> stated = sums(whole.counted(measure, source).counted());
        List<CountedFigure> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.counted(measure, source).counted()));
        Map<FigureOf, BigDecimal> sums = sums(all);
        TreeSet<FigureOf> both = new TreeSet<>(FigureOf.ORDER);
        both.addAll(stated.keySet());
        both.addAll(sums.keySet());
        return both.stream()
                .map(of -> new FigureOfParts(
                        of,
                        stated.get(of),
                        sums.get(of),
                        stated.getOrDefault(of, BigDecimal.ZERO).subtract(sums.getOrDefault(of, BigDecimal.ZERO))))
                .toList();
    }

    private static Map<FigureOf, BigDecimal> sums(List<CountedFigure> figures) {
        return CountedFigures.sums(figures).stream()
                .collect(Collectors.toMap(CountedFigure::of, CountedFigure::number));
    }
}
