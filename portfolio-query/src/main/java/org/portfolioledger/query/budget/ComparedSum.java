package org.portfolioledger.query.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.figures.FigureSum;
import org.portfolioledger.state.BudgetState.ComparedFigures;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;

/**
 * An amount beside the budget of the same year, in the same prices.
 *
 * @param number the amount
 * @param budget beside which it stands
 * @param above by how much it is above the budget; below zero: it is below
 * @param percent of the budget, to one decimal; null: the budget is zero
 * @param facts positions of the facts behind both, at most the first 100
 */
record ComparedSum(
        BigDecimal number,
        BigDecimal budget,
        BigDecimal above,
        @Nullable BigDecimal percent,
        List<Long> facts) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static ComparedSum of(ComparedFigures compared) {
        return of(List.of(compared));
    }

    /** Several added up. */
    static ComparedSum of(List<ComparedFigures> compared) {
        CountedFigure number =
                CountedFigures.sum(compared.stream().map(ComparedFigures::first).toList());
        CountedFigure budget = CountedFigures.sum(
                compared.stream().map(ComparedFigures::second).toList());
        BigDecimal above = number.number().subtract(budget.number());
        List<Long> facts = new ArrayList<>(number.facts());
        facts.addAll(budget.facts());
        return new ComparedSum(
                number.number(), budget.number(), above, percent(above, budget.number()), FigureSum.first(facts));
    }

    private static @Nullable BigDecimal percent(BigDecimal above, BigDecimal budget) {
        return budget.signum() == 0 ? null : above.multiply(HUNDRED).divide(budget, 1, RoundingMode.HALF_UP);
    }
}
