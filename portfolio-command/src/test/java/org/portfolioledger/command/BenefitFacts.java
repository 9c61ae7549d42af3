package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

/** What tests record of benefits. */
public final class BenefitFacts {

    private BenefitFacts() {}

    /** Of an initiative. */
    public static BenefitOpened benefit(String id, String initiative, String owner, String day) {
        return new BenefitOpened(
                id,
                "ACME",
                "Lower cost of repairs",
                BenefitClass.CASHABLE,
                new FiguresSubject(initiative, null, null),
                new Holder(owner, null),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static BenefitPlanned planned(String id, String day) {
        return new BenefitPlanned(id, on(day));
    }

    /** One amount of one year. */
    public static BenefitProfileStated stated(
            String id, String statedIn, @Nullable String year, String pounds, String day) {
        return new BenefitProfileStated(
                id,
                statedIn,
                List.of(money(year, pounds)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                on(day));
    }

    public static YearlyMoney money(@Nullable String year, String pounds) {
        return new YearlyMoney(year == null ? null : FinancialYear.parse(year), pounds(pounds));
    }

    public static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED);
    }

    public static BenefitProfilePreferred preferred(String id, String statedIn, String day) {
        return new BenefitProfilePreferred(id, statedIn, "Validated by Finance", on(day));
    }

    public static BenefitProfileWithdrawn profileWithdrawn(String id, String statedIn, String day) {
        return new BenefitProfileWithdrawn(id, statedIn, "Not stated", on(day));
    }

    public static BenefitMeasured measured(String id, String pounds, String day) {
        return new BenefitMeasured(id, null, null, pounds(pounds), List.of(), List.of(), null, on(day));
    }

    public static BenefitRealisationAssessed assessed(String id, BenefitRealisation outcome, String by, String day) {
        return new BenefitRealisationAssessed(
                id, outcome, List.of(by), outcome == BenefitRealisation.REALISED ? null : "Too late", on(day));
    }

    public static BenefitOwnerChanged owner(String id, String owner, String day) {
        return new BenefitOwnerChanged(id, new Holder(owner, null), null, on(day));
    }

    public static BenefitWithdrawn withdrawn(String id, String day) {
        return new BenefitWithdrawn(id, "Counted elsewhere", on(day));
    }

    /** A target of one year. */
    public static SavingsFiguresStated savings(
            String portfolio, String statedIn, String year, String pounds, String day) {
        return new SavingsFiguresStated(
                portfolio, SavingsFigureKind.TARGET, statedIn, List.of(money(year, pounds)), List.of(), on(day));
    }
}
