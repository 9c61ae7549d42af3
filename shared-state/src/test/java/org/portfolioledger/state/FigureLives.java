package org.portfolioledger.state;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetSubject;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;

/** The full lives of what is stated in figures. */
final class FigureLives {

    private static final Provenance VAGUE = new Provenance(
            LocalDate.parse("2011-05-01"),
            DatePrecision.MONTH,
            true,
            "no day is given",
            DateQualifier.NO_LATER_THAN,
            new Source("Update", "B.9", LocalDate.parse("2011-06-13")));

    private FigureLives() {}

    static Story<?, ?> measure() {
        return Story.of(Kinds.MEASURE)
                .then(new MeasureFact.MeasureDefined(
                        "ME-1", "MPS", "Exits", "%", "PG-DRM", "PF-1", attributes(), VAGUE))
                .then(new MeasureFact.MeasureTargetSet(
                        "ME-1",
                        new BigDecimal("95"),
                        NumberQualifier.AT_LEAST,
                        new StatedDate(LocalDate.parse("2012-03-01"), DatePrecision.MONTH),
                        "agreed",
                        on("2011-06-13")))
                .then(new MeasureFact.MeasureValueStated(
                        "ME-1",
                        new BigDecimal("92.50"),
                        NumberQualifier.ABOUT,
                        LocalDate.parse("2010-04-01"),
                        stated("2011-07-01", "Update")))
                .then(new MeasureFact.MeasureValueStated(
                        "ME-1", new BigDecimal("91"), null, null, stated("2011-07-01", "Leaflet")))
                .then(new MeasureFact.MeasureEnded("ME-1", "all were left", on("2012-04-01")));
    }

    static Story<?, ?> budget() {
        return Story.of(Kinds.BUDGET)
                .then(new BudgetFact.BudgetOpened(
                        "BU-1",
                        "MPS",
                        "Property",
                        BudgetKind.CAPITAL,
                        new BudgetSubject(null, "PF-1", "DoR"),
                        "BU-2",
                        attributes(),
                        VAGUE))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Plan", years("9.50", "8"), stated("2011-06-13", "Update")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Plan", years("9", "8"), on("2011-07-01")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.BUDGET, "Accounts", years("9", "7"), on("2011-07-01")))
                .then(new BudgetFact.BudgetFiguresStated(
                        "BU-1", BudgetFigure.FORECAST, "Return", years("10", "-7.25"), on("2011-08-01")))
                .then(new BudgetFact.BudgetSourcePreferred(
                        "BU-1", BudgetFigure.BUDGET, "Plan", "approved", on("2011-09-01")))
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

    private static Provenance on(String day) {
        return Provenance.on(LocalDate.parse(day));
    }

    private static Provenance stated(String day, String document) {
        return new Provenance(
                LocalDate.parse(day), null, null, null, null, new Source(document, null, LocalDate.parse(day)));
    }
}
