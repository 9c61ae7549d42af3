package org.portfolioledger.query.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.BudgetState.ComparedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;

/**
 * An amount beside the budget of the same year, in the same prices.
 *
 * @param number the amount
 * @param budget beside which it stands
 * @param above by how much it is above the budget; below zero: it is below
 * @param percent of the budget, to one decimal; null: the budget is zero
 * @param facts positions of the facts behind both
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
        CountedFigure number = sum(compared.stream().map(ComparedFigures::first).toList());
        CountedFigure budget =
                sum(compared.stream().map(ComparedFigures::second).toList());
        BigDecimal above = number.number().subtract(budget.number());
        TreeSet<Long> facts = new TreeSet<>(number.facts());
        facts.addAll(budget.facts());
        return new ComparedSum(
                number.number(), budget.number(), above, percent(above, budget.number()), new ArrayList<>(facts));
    }

    private static CountedFigure sum(List<CountedFigure> figures) {
        return BudgetLines.sum(figures.getFirst().of(), figures);
    }

    private static @Nullable BigDecimal percent(BigDecimal above, BigDecimal budget) {
        return budget.signum() == 0 ? null : above.multiply(HUNDRED).divide(budget, 1, RoundingMode.HALF_UP);
    }
}
