package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

/** What tests tell of budget lines. */
public final class BudgetHistory {

    private BudgetHistory() {}

    /** Of an initiative. */
    public static GovernanceFact budget(
            String id, BudgetKind kind, String initiative, @Nullable String managedUnder, String day) {
        return budget(id, kind, new FiguresSubject(initiative, null, null), managedUnder, day);
    }

    public static GovernanceFact budget(
            String id, BudgetKind kind, FiguresSubject subject, @Nullable String managedUnder, String day) {
        return new BudgetFact.BudgetOpened(
                id, "MPS", "Budget " + id, kind, subject, managedUnder, new TreeMap<>(), on(day));
    }

    public static GovernanceFact budgetFigures(
            String id, BudgetFigure figure, String source, String year, String amount, String day) {
        return new BudgetFact.BudgetFiguresStated(
                id, figure, source, List.of(new YearlyMoney(FinancialYear.parse(year), pounds(amount))), on(day));
    }

    public static GovernanceFact preferredSource(String id, BudgetFigure figure, String source, String day) {
        return new BudgetFact.BudgetSourcePreferred(id, figure, source, "audited", on(day));
    }

    public static GovernanceFact budgetEnvelope(String id, String amount, String first, int years, String day) {
        return new BudgetFact.BudgetEnvelopeSet(
                id, pounds(amount), FinancialYear.parse(first), years, "settled", on(day));
    }

    public static GovernanceFact budgetEnded(String id, String day) {
        return new BudgetFact.BudgetEnded(id, "merged", on(day));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED);
    }
}
