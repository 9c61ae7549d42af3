package org.portfolioledger.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.PriceBasis;

/** Sums with the facts behind them. */
class FigureSumTest {

    private static final FigureOf MONEY =
            new FigureOf(FinancialYear.parse("2012/13"), null, "GBP", PriceBasis.NOMINAL, null);

    @Test
    void a_sum_names_the_first_hundred_of_its_facts_each_once() {
        List<CountedFigure> figures = new ArrayList<>();
        for (long fact = 1; fact <= 101; fact++) figures.add(figure("1.01", fact, fact));
        Collections.reverse(figures);
        FigureSum sum = FigureSum.of(figures).getFirst();
        assertThat(sum.number()).isEqualByComparingTo("102.01");
        assertThat(sum.facts())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void what_is_planned_stands_beside_what_was_measured_also_where_one_is_missing() {
        FigureOf later = new FigureOf(FinancialYear.parse("2013/14"), null, "GBP", PriceBasis.NOMINAL, null);
        List<MeasuredFigure> both = MeasuredFigure.of(
                List.of(figure("-10", 1L), figure("-5", 2L)),
                List.of(figure("-3", 3L), new CountedFigure(later, new BigDecimal("-1"), List.of(), List.of(4L))));
        assertThat(both)
                .extracting(one -> one.planned() + " " + one.measured() + " " + one.gap() + " " + one.facts())
                .containsExactly("-15 -3 -12 [1, 2, 3]", "null -1 1 [4]");
    }

    private static CountedFigure figure(String number, Long... facts) {
        return new CountedFigure(MONEY, new BigDecimal(number), List.of("Plan"), List.of(facts));
    }
}
