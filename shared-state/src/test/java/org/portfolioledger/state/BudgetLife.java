package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.statedIn;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

/** One full life of a budget: every fact of the family, and every field of its state. */
final class BudgetLife {

    private BudgetLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.BUDGET)
                .then(new BudgetFact.BudgetOpened(
                        "BU-1",
                        "MPS",
                        "Property",
                        BudgetKind.CAPITAL,
                        new FiguresSubject(null, "PF-1", "DoR"),
                        "BU-2",
                        attributes(),
                        VAGUE))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Plan", years("9.50", "8"), statedIn("2011-06-13", "Update")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Plan", years("9", "8"), on("2011-07-01")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Accounts", years("9", "7"), on("2011-07-01")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.FORECAST, "Return", years("10", "-7.25"), on("2011-08-01")))
                .then(new BudgetFact.BudgetSourcePreferred(
                        "BU-1", BudgetFigure.BUDGET, "Plan", "approved", on("2011-09-01")))
                .then(new BudgetFact.BudgetFiguresWithdrawn(
                        "BU-1", BudgetFigure.FORECAST, "Return", "stated no more", statedIn("2011-09-15", "Update")))
                .then(new BudgetFact.BudgetEnvelopeSet(
                        "BU-1", money("16"), FinancialYear.parse("2011/12"), 2, "settled", on("2011-10-01")))
                .then(new BudgetFact.BudgetEnded("BU-1", "merged", on("2012-04-01")));
    }

    private static List<YearlyMoney> years(String first, String second) {
        return List.of(
                new YearlyMoney(FinancialYear.parse("2011/12"), money(first)),
                new YearlyMoney(FinancialYear.parse("2012/13"), money(second)),
                new YearlyMoney(null, money("1")));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.REAL, "2010/11", Confidence.APPROXIMATE);
    }

    private static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("page", "9"));
    }
}
