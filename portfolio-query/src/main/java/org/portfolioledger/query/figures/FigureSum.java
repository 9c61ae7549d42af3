package org.portfolioledger.query.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;

/**
 * A sum of figures.
 *
 * @param facts positions of the facts that state what was added, at most the first 100
 */
public record FigureSum(@JsonUnwrapped FigureOf of, BigDecimal number, List<Long> facts) {

    private static final int MOST_FACTS = 100;

    /** The sums of some figures, by what they are of. */
    public static List<FigureSum> of(List<CountedFigure> figures) {
        return CountedFigures.sums(figures).stream()
                .map(sum -> new FigureSum(sum.of(), sum.number(), first(sum.facts())))
                .toList();
    }

    /** The positions that are named of all those of the facts behind a number. */
    public static List<Long> first(Collection<Long> facts) {
        return facts.stream().distinct().sorted().limit(MOST_FACTS).toList();
    }
}
