package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** What tests tell of benefits. */
public final class BenefitHistory {

    private BenefitHistory() {}

    /** Of an initiative. */
    public static GovernanceFact benefit(String id, String initiative, String day) {
        return benefit(id, new FiguresSubject(initiative, null, null), BenefitClass.CASHABLE, null, day);
    }

    public static GovernanceFact benefit(
            String id, FiguresSubject subject, @Nullable BenefitClass of, @Nullable String partOf, String day) {
        return new BenefitOpened(id, "MPS", "Benefit " + id, of, subject, null, null, partOf, new TreeMap<>(), on(day));
    }

    /** In pounds by year, as "2011/12". */
    public static GovernanceFact stated(String id, String statedIn, Map<String, String> pounds, String day) {
        return new BenefitProfileStated(
                id, statedIn, money(pounds), List.of(), List.of(), null, null, null, null, null, on(day));
    }

    /** By when it is to be achieved, and nothing else. */
    public static GovernanceFact achieved(String id, String statedIn, String by, String day) {
        return new BenefitProfileStated(
                id,
                statedIn,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                new StatedDate(LocalDate.parse(by), DatePrecision.DAY),
                null,
                null,
                on(day));
    }

    /** Staff posts of one year. */
    public static GovernanceFact statedPosts(String id, String statedIn, String year, String number, String day) {
        YearlyPosts posts = new YearlyPosts(FinancialYear.parse(year), PostKind.STAFF, new BigDecimal(number));
        return new BenefitProfileStated(
                id, statedIn, List.of(), List.of(posts), List.of(), null, null, null, null, null, on(day));
    }

    public static GovernanceFact preferred(String id, String statedIn, String day) {
        return new BenefitProfilePreferred(id, statedIn, "Validated", on(day));
    }

    /** What was measured of a period, in pounds. */
    public static GovernanceFact measured(String id, String first, String last, String pounds, String day) {
        return new BenefitMeasured(
                id,
                LocalDate.parse(first),
                LocalDate.parse(last),
                new Money(new BigDecimal(pounds), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED),
                List.of(),
                List.of(),
                null,
                on(day));
    }

    /** By a post. */
    public static GovernanceFact benefitOwner(String id, String post, String day) {
        return new BenefitOwnerChanged(id, new Holder(null, post), null, on(day));
    }

    public static GovernanceFact benefitWithdrawn(String id, String day) {
        return new BenefitWithdrawn(id, "Counted elsewhere", on(day));
    }

    public static GovernanceFact savings(
            String portfolio, SavingsFigureKind kind, String statedIn, Map<String, String> pounds, String day) {
        return new SavingsFiguresStated(portfolio, kind, statedIn, money(pounds), List.of(), on(day));
    }

    private static List<YearlyMoney> money(Map<String, String> pounds) {
        List<YearlyMoney> money = new ArrayList<>();
        new TreeMap<>(pounds)
                .forEach((year, amount) -> money.add(new YearlyMoney(
                        FinancialYear.parse(year),
                        new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED))));
        return money;
    }
}
