package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitPosts;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitQuantity;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** Makes facts about benefits and savings. */
final class HostileBenefits extends HostileFamily {

    HostileBenefits(HostileFacts all) {
        super(all);
        makers.put(
                SavingsFiguresStated.class,
                id -> new SavingsFiguresStated(
                        id, any(SavingsFigureKind.values()), any("Plan", "Text"), yearlyMoney(), posts(), on()));
        makers.put(
                BenefitOpened.class,
                id -> new BenefitOpened(
                        id,
                        register(id),
                        "Name " + random.nextInt(5),
                        maybe(any(BenefitClass.values())),
                        subject(id),
                        maybe(holder()),
                        maybe(near("business-case", id)),
                        random.nextInt(4) == 0 ? near("benefit", id) : null,
                        random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("category", "MIXED")),
                        on()));
        makers.put(BenefitPlanned.class, id -> new BenefitPlanned(id, on()));
        makers.put(
                BenefitProfileStated.class,
                id -> new BenefitProfileStated(
                        id,
                        any("Plan", "Text"),
                        yearlyMoney(),
                        posts(),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new BenefitQuantity(BigDecimal.TEN, "%", maybe("at least"))),
                        maybe(amount()),
                        maybe(amount()),
                        maybe(new StatedDate(day(), maybe(any(DatePrecision.values())))),
                        maybe(near("document", id)),
                        maybe(near("board", id)),
                        on()));
        makers.put(
                BenefitProfilePreferred.class,
                id -> new BenefitProfilePreferred(id, any("Plan", "Text"), "validated", on()));
        makers.put(
                BenefitProfileWithdrawn.class,
                id -> new BenefitProfileWithdrawn(id, any("Plan", "Text"), "not stated", on()));
        makers.put(
                BenefitMeasured.class,
                id -> new BenefitMeasured(
                        id,
                        maybe(day()),
                        maybe(day()),
                        maybe(amount()),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new BenefitPosts(PostKind.STAFF, BigDecimal.valueOf(-32))),
                        List.of(),
                        maybe("less re-keying"),
                        on()));
        makers.put(
                BenefitRealisationAssessed.class,
                id -> new BenefitRealisationAssessed(
                        id, any(BenefitRealisation.values()), List.of("P-1"), maybe("because"), on()));
        makers.put(BenefitOwnerChanged.class, id -> new BenefitOwnerChanged(id, holder(), maybe("left"), on()));
        makers.put(BenefitWithdrawn.class, id -> new BenefitWithdrawn(id, "counted elsewhere", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return BenefitFact.class;
    }

    @Override
    String kind() {
        return "benefit";
    }

    @Override
    Some some() {
        return new Some("BEN", 4, BenefitOpened.class);
    }

    private FiguresSubject subject(String id) {
        return switch (random.nextInt(6)) {
            case 0 -> new FiguresSubject(null, near("portfolio", id), null);
            case 1 -> new FiguresSubject(null, near("portfolio", id), any("TP", "SCD"));
            case 2 -> new FiguresSubject(null, null, null);
            default -> new FiguresSubject(near("initiative", id), null, null);
        };
    }

    /** Each year at most once. */
    private List<YearlyMoney> yearlyMoney() {
        List<YearlyMoney> money = new ArrayList<>();
        for (FinancialYear year : years()) if (random.nextBoolean()) money.add(new YearlyMoney(year, amount()));
        if (random.nextInt(4) == 0) money.add(new YearlyMoney(null, amount()));
        return money;
    }

    private List<YearlyPosts> posts() {
        List<YearlyPosts> posts = new ArrayList<>();
        for (FinancialYear year : years())
            for (PostKind kind : PostKind.values())
                if (random.nextInt(4) == 0)
                    posts.add(new YearlyPosts(year, kind, BigDecimal.valueOf(random.nextInt(21) - 10)));
        return posts;
    }

    private static List<FinancialYear> years() {
        return List.of(FinancialYear.parse("2011/12"), FinancialYear.parse("2012/13"));
    }

    private Money amount() {
        boolean real = random.nextInt(4) == 0;
        return new Money(
                BigDecimal.valueOf(random.nextInt(7) - 3L, random.nextInt(3)),
                "GBP",
                real ? PriceBasis.REAL : PriceBasis.NOMINAL,
                real ? maybe("2010/11") : null,
                any(Confidence.values()));
    }

    @Override
    Provenance on() {
        LocalDate day = day();
        return random.nextInt(4) == 0
                ? new Provenance(day, null, null, null, null, new Source("Paper", "B.19", day))
                : Provenance.on(random.nextInt(12) == 0 ? day.plusYears(20) : day);
    }
}
