package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BySource.PreferredSource;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.YearlyMoney;

/**
 * Costs: each amount that a source states in a budget line that has not ended is a record; of the preferred source alone, where
 * one is preferred for a figure. A line without an amount is a record too. The whole-life cost is that of the business case,
 * and so are the other costs where no line has an amount.
 */
final class BudgetAmounts {

    static final DataSource<DataAmount<LineFigure>> SOURCE =
            new DataSource<>(DataEntity.COST, BudgetAmounts::parts, paths());

    private BudgetAmounts() {}

    /**
     * A figure of a budget line.
     *
     * @param figure null: the line has none
     */
    record LineFigure(BudgetState line, @Nullable BudgetFigure figure) {}

    private static List<Part<DataAmount<LineFigure>>> parts(DeliveryRecord of) {
        List<Part<DataAmount<LineFigure>>> parts = new ArrayList<>();
        for (BudgetState line : of.budgets()) if (line.isOpen()) parts.addAll(parts(line));
        boolean caseAlone = parts.stream().allMatch(each -> each.part().amount() == null);
        parts.addAll(CaseAmounts.wholeLife(of));
        if (caseAlone) parts.addAll(CaseAmounts.figures(of, FigureKind.COST));
        return parts;
    }

    private static List<Part<DataAmount<LineFigure>>> parts(BudgetState of) {
        List<Part<DataAmount<LineFigure>>> parts = new ArrayList<>();
        of.figures().forEach((figure, sources) -> {
            Grounded<PreferredSource> preferred = of.preferred().get(figure);
            sources.forEach((source, stated) -> {
                if (preferred == null || preferred.value().statedIn().equalsIgnoreCase(source))
                    for (YearlyMoney amount : stated.last().value().money())
                        parts.add(one(of, figure, source, stated.last().as(amount)));
            });
        });
        if (parts.isEmpty()) parts.add(one(of, null, null, null));
        return parts;
    }

    private static Part<DataAmount<LineFigure>> one(
            BudgetState of,
            @Nullable BudgetFigure figure,
            @Nullable String source,
            @Nullable Grounded<YearlyMoney> amount) {
        return new Part<>(
                BenefitAmounts.amountId(figure == null ? of.budget() : of.budget() + ":" + figure, source, amount),
                new DataAmount<>(new LineFigure(of, figure), of.name(), null, source, amount),
                false);
    }

    private static List<DataPath<DataAmount<LineFigure>>> paths() {
        List<DataPath<DataAmount<LineFigure>>> paths = new ArrayList<>(List.of(
                DataPath.text(
                        "id",
                        "id of the budget line",
                        of -> of.own(each -> each.line().name().as(each.line().budget()))),
                DataPath.text(
                        "kind",
                        "revenue, or capital",
                        of -> of.own(each -> each.line().kind())),
                DataPath.text(
                        "figure",
                        "what the amount is: budget, forecast, actual, contingency, or target",
                        of -> of.own(each -> part(of.amount(), _ -> each.figure()))),
                DataPath.text(
                        "managedUnder",
                        "id of the budget line under which it is managed",
                        of -> of.own(each -> each.line().managedUnder())),
                DataPath.keyed(
                        "attributes",
                        "a further attribute, by name",
                        (of, name) ->
                                of.own(each -> part(each.line().attributes(), attributes -> attributes.get(name))))));
        paths.addAll(DataAmount.paths());
        return List.copyOf(paths);
    }
}
