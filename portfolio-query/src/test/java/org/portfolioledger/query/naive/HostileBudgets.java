package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

/** Makes facts about budgets. */
final class HostileBudgets extends HostileFamily {

    HostileBudgets(HostileFacts all) {
        super(all);
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
                        sourced()));
        makers.put(
                BudgetFiguresStated.class,
                id -> new BudgetFiguresStated(id, any(BudgetFigure.values()), source(), years(), sourced()));
        makers.put(
                BudgetSourcePreferred.class,
                id -> new BudgetSourcePreferred(id, any(BudgetFigure.values()), source(), "audited", sourced()));
        makers.put(
                BudgetFiguresWithdrawn.class,
                id -> new BudgetFiguresWithdrawn(id, any(BudgetFigure.values()), source(), "not stated", sourced()));
        makers.put(
                BudgetEnvelopeSet.class,
                id -> new BudgetEnvelopeSet(
                        id,
                        amount(),
                        maybe(year(random.nextInt(3))),
                        1 + random.nextInt(3),
                        maybe("settled"),
                        sourced()));
        makers.put(BudgetEnded.class, id -> new BudgetEnded(id, "merged", sourced()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return BudgetFact.class;
    }

    @Override
    String kind() {
        return "budget";
    }

    @Override
    Some some() {
        return new Some("BU", 4, BudgetOpened.class);
    }

    private FiguresSubject subject(String id) {
        return switch (random.nextInt(5)) {
            case 0 -> new FiguresSubject(null, near("portfolio", id), maybe("TP"));
            case 1 -> new FiguresSubject(null, null, null);
            default -> new FiguresSubject(near("initiative", id), null, null);
        };
    }

    private String source() {
        return any("Plan", "Plan", "Accounts");
    }

    /** Each year once, the first more often. */
    private List<YearlyMoney> years() {
        List<YearlyMoney> years = new ArrayList<>();
        years.add(new YearlyMoney(year(0), amount()));
        if (random.nextBoolean()) years.add(new YearlyMoney(year(1 + random.nextInt(2)), amount()));
        if (random.nextInt(4) == 0) years.add(new YearlyMoney(null, amount()));
        return years;
    }

    private static FinancialYear year(int after) {
        return new FinancialYear(2011 + after);
    }

    private Money amount() {
        boolean real = random.nextInt(8) == 0;
        return new Money(
                BigDecimal.valueOf(random.nextInt(3000) - 500L, random.nextInt(3)),
                "GBP",
                real ? PriceBasis.REAL : PriceBasis.NOMINAL,
                real ? "2010/11" : null,
                Confidence.VALIDATED);
    }
}
