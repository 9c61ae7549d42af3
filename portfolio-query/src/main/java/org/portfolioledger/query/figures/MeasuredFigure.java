package org.portfolioledger.query.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;

/**
 * What was planned beside what was measured, of the same year, in the same prices.
 *
 * @param planned sum of the figures that count; null: none does
 * @param measured sum of what was measured; null: nothing was
 * @param gap what is planned, less what was measured
 * @param facts positions of the facts behind both, at most the first 100
 */
public record MeasuredFigure(
        @JsonUnwrapped FigureOf of,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal measured,
        BigDecimal gap,
        List<Long> facts) {

    /** The sums of what was planned and of what was measured, by what they are of. */
    public static List<MeasuredFigure> of(List<CountedFigure> planned, List<CountedFigure> measured) {
        Map<FigureOf, CountedFigure> plans = byWhatTheyAreOf(planned);
        Map<FigureOf, CountedFigure> measures = byWhatTheyAreOf(measured);
        TreeSet<FigureOf> both = new TreeSet<>(FigureOf.ORDER);
        both.addAll(plans.keySet());
        both.addAll(measures.keySet());
        List<MeasuredFigure> all = new ArrayList<>();
        for (FigureOf of : both) all.add(of(of, plans.get(of), measures.get(of)));
        return all;
    }

    private static MeasuredFigure of(FigureOf of, @Nullable CountedFigure planned, @Nullable CountedFigure measured) {
        BigDecimal plan = planned == null ? null : planned.number();
        BigDecimal came = measured == null ? null : measured.number();
        List<Long> facts = new ArrayList<>();
        if (planned != null) facts.addAll(planned.facts());
        if (measured != null) facts.addAll(measured.facts());
        return new MeasuredFigure(
                of,
                plan,
                came,
                (plan == null ? BigDecimal.ZERO : plan).subtract(came == null ? BigDecimal.ZERO : came),
                FigureSum.first(facts));
    }

    private static Map<FigureOf, CountedFigure> byWhatTheyAreOf(List<CountedFigure> figures) {
        Map<FigureOf, CountedFigure> sums = new TreeMap<>(FigureOf.ORDER);
        CountedFigures.sums(figures).forEach(sum -> sums.put(sum.of(), sum));
        return sums;
    }
}
