package org.portfolioledger.query.budget;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BudgetState.ComparedFigures;
import org.portfolioledger.state.CountedFigures.ContradictingFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.state.Viewpoint;

/**
 * A budget line, with what counts of it.
 *
 * @param open whether it has not ended
 * @param counted by figure what counts of what sources state of it, by year
 * @param contradictions what does not count, since sources contradict each other
 * @param variances forecast and actual beside the budget, by year
 * @param managed ids of the lines that are managed under it and have not ended
 * @param overProgramming the budgets of these beside its own, by year
 * @param envelopeLeft what of its envelope is not in the budget of a year; null: it has none, or its years are not stated
 * @param alerts what should not be overlooked
 */
record BudgetView(
        @JsonUnwrapped BudgetState state,
        boolean open,
        SortedMap<BudgetFigure, List<CountedFigure>> counted,
        List<ContradictionInBudget> contradictions,
        List<Variance> variances,
        List<String> managed,
        List<OverProgramming> overProgramming,
        @Nullable BigDecimal envelopeLeft,
        SortedSet<Alert> alerts) {

    /** Figures of which none counts. */
    record ContradictionInBudget(
            BudgetFigure figure, @JsonUnwrapped ContradictingFigures figures) {}

    /** A figure beside the budget of the same year. */
    record Variance(
            BudgetFigure figure,
            @JsonUnwrapped FigureOf of,
            @JsonUnwrapped ComparedSum compared) {}

    /** The budgets of what is managed under a line, beside its own of the same year. */
    record OverProgramming(
            @JsonUnwrapped FigureOf of, @JsonUnwrapped ComparedSum compared) {}

    /**
     * As it is seen.
     *
     * @param lines with all that are managed under it
     */
    static BudgetView of(BudgetState line, BudgetLines lines, Viewpoint seen) {
        SortedMap<BudgetFigure, List<CountedFigure>> counted = new TreeMap<>();
        List<ContradictionInBudget> contradictions = new ArrayList<>();
        for (BudgetFigure figure : line.figures().keySet()) {
            counted.put(figure, line.counted(figure).counted());
            line.counted(figure)
                    .contradictions()
                    .forEach(one -> contradictions.add(new ContradictionInBudget(figure, one)));
        }
        List<Variance> variances = new ArrayList<>();
        for (BudgetFigure figure : List.of(BudgetFigure.FORECAST, BudgetFigure.ACTUAL))
            for (ComparedFigures compared : line.againstBudget(figure))
                variances.add(new Variance(figure, compared.of(), ComparedSum.of(compared)));
        return new BudgetView(
                line,
                line.isOpen(),
                counted,
                contradictions,
                variances,
                lines.under(line).stream().map(BudgetState::budget).toList(),
                lines.managedBesideOwn(line).stream()
                        .map(compared -> new OverProgramming(compared.of(), ComparedSum.of(compared)))
                        .toList(),
                line.leftOfEnvelope(),
                Alert.of(line, seen));
    }
}
