package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

/** What tests record of budget lines. */
public final class BudgetFacts {

    private BudgetFacts() {}

    public static BudgetOpened budget(String id, @Nullable String initiative, String day) {
        return budget(id, new FiguresSubject(initiative, null, null), null, day);
    }

    public static BudgetOpened budget(String id, FiguresSubject subject, @Nullable String managedUnder, String day) {
        return new BudgetOpened(
                id, "ACME", "Building", BudgetKind.CAPITAL, subject, managedUnder, new TreeMap<>(), on(day));
    }

    public static BudgetFiguresStated figures(
            String id, BudgetFigure figure, String source, @Nullable String year, String amount, String day) {
        return new BudgetFiguresStated(
                id,
                figure,
                source,
                List.of(new YearlyMoney(year == null ? null : FinancialYear.parse(year), pounds(amount))),
                on(day));
    }

    public static BudgetSourcePreferred preferredSource(String id, BudgetFigure figure, String source, String day) {
        return new BudgetSourcePreferred(id, figure, source, "Audited", on(day));
    }

    public static BudgetFiguresWithdrawn figuresWithdrawn(String id, BudgetFigure figure, String source, String day) {
        return new BudgetFiguresWithdrawn(id, figure, source, "Not stated", on(day));
    }

    public static BudgetEnvelopeSet envelope(
            String id, String amount, @Nullable String first, int years, @Nullable String reason, String day) {
        return new BudgetEnvelopeSet(
                id, pounds(amount), first == null ? null : FinancialYear.parse(first), years, reason, on(day));
    }

    public static BudgetEnded budgetEnded(String id, String day) {
        return new BudgetEnded(id, "Merged", on(day));
    }

    public static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED);
    }
}
