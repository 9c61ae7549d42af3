package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.BudgetFact.BudgetSubject;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;

/** Makes facts of what is stated in figures, for days in no order. */
final class HostileFigures {

    private final HostileFacts facts;
    private final Random random;

    private HostileFigures(HostileFacts facts, Random random) {
        this.facts = facts;
        this.random = random;
    }

    /** Adds what makes them to what makes all others. */
    static void add(
            HostileFacts facts,
            Random random,
            Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers) {
        HostileFigures figures = new HostileFigures(facts, random);
        figures.measures(makers);
        figures.budgets(makers);
    }

    private void budgets(Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers) {
        makers.put(
                BudgetOpened.class,
                id -> new BudgetOpened(
                        id,
                        register(id),
                        "Name " + random.nextInt(5),
                        maybe(any(BudgetKind.values())),
                        subject(id),
                        maybe(near("budget", id)),
                        new TreeMap<>(),
                        on()));
        makers.put(
                BudgetFiguresStated.class,
                id -> new BudgetFiguresStated(id, any(BudgetFigure.values()), source(), years(), on()));
        makers.put(
                BudgetSourcePreferred.class,
                id -> new BudgetSourcePreferred(id, any(BudgetFigure.values()), source(), "audited", on()));
        makers.put(
                BudgetEnvelopeSet.class,
                id -> new BudgetEnvelopeSet(
                        id, money(), maybe(year(random.nextInt(3))), 1 + random.nextInt(3), maybe("settled"), on()));
        makers.put(BudgetEnded.class, id -> new BudgetEnded(id, "merged", on()));
    }

    private BudgetSubject subject(String id) {
        return switch (random.nextInt(5)) {
            case 0 -> new BudgetSubject(null, near("portfolio", id), maybe("TP"));
            case 1 -> new BudgetSubject(null, null, null);
            default -> new BudgetSubject(near("initiative", id), null, null);
        };
    }

    private String source() {
        return any("Plan", "Plan", "Accounts");
    }

    /** Each year once, the first more often. */
    private List<YearlyMoney> years() {
        List<YearlyMoney> years = new ArrayList<>();
        years.add(new YearlyMoney(year(0), money()));
        if (random.nextBoolean()) years.add(new YearlyMoney(year(1 + random.nextInt(2)), money()));
        if (random.nextInt(4) == 0) years.add(new YearlyMoney(null, money()));
        return years;
    }

    private static FinancialYear year(int after) {
        return new FinancialYear(2011 + after);
    }

    private Money money() {
        boolean real = random.nextInt(8) == 0;
        return new Money(
                BigDecimal.valueOf(random.nextInt(3000) - 500L, random.nextInt(3)),
                "GBP",
                real ? PriceBasis.REAL : PriceBasis.NOMINAL,
                real ? "2010/11" : null,
                Confidence.VALIDATED);
    }

    private void measures(Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers) {
        makers.put(MeasureDefined.class, id -> {
            boolean ofPortfolio = random.nextInt(3) == 0;
            return new MeasureDefined(
                    id,
                    register(id),
                    "Name " + random.nextInt(5),
                    any("%", "homes"),
                    ofPortfolio ? null : maybe(near("initiative", id)),
                    ofPortfolio ? near("portfolio", id) : null,
                    random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("value", "x")),
                    on());
        });
        makers.put(
                MeasureTargetSet.class,
                id -> new MeasureTargetSet(
                        id, number(), maybe(any(NumberQualifier.values())), maybe(date()), maybe("agreed"), on()));
        makers.put(
                MeasureValueStated.class,
                id -> new MeasureValueStated(id, number(), maybe(any(NumberQualifier.values())), maybe(day()), on()));
        makers.put(MeasureEnded.class, id -> new MeasureEnded(id, "all done", on()));
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(40), random.nextInt(2));
    }

    private StatedDate date() {
        return new StatedDate(day(), random.nextInt(3) == 0 ? any(DatePrecision.values()) : null);
    }

    /** Often on one of a few days, so that sources meet. */
    private Provenance on() {
        LocalDate day = random.nextBoolean() ? HostileFacts.FIRST_DAY.plusDays(random.nextInt(3)) : day();
        DatePrecision precision = random.nextInt(10) == 0 ? any(DatePrecision.values()) : null;
        Source source = random.nextInt(3) == 0 ? null : new Source(any("Report", "Audit"), null, null);
        return new Provenance(precision == null ? day : precision.firstDay(day), precision, null, null, null, source);
    }

    private LocalDate day() {
        return HostileFacts.FIRST_DAY.plusDays(random.nextInt(HostileFacts.DAYS));
    }

    private String near(String kind, String id) {
        return facts.entity(kind, register(id));
    }

    private static String register(String id) {
        return id.split("-", -1)[1];
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }
}
