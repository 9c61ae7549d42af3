package org.portfolioledger.state;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** The life of a benefit, with every fact that it can have. */
final class BenefitLife {

    private static final FinancialYear YEAR = FinancialYear.parse("2011/12");

    private BenefitLife() {}

    static Story<?, ?> story() {
        return told(Sample.VAGUE);
    }

    static Story<BenefitFact, BenefitState> told(Provenance opening) {
        return Story.of(Kinds.BENEFIT)
                .then(new BenefitOpened(
                        "BEN-1",
                        "MPS",
                        "Training",
                        BenefitClass.CASHABLE,
                        new FiguresSubject("PG-TRAIN", null, null),
                        new Holder("PN-021", "Director"),
                        "BC-1",
                        "BEN-0",
                        new TreeMap<>(Map.of("category", "MIXED")),
                        opening))
                .then(stated("Plan", "-9400000", "2011-06-14"))
                .then(stated("Plan", "-9500000", "2011-06-15"))
                .then(stated("Text", "-10000000", "2011-06-16"))
                .then(new BenefitProfilePreferred("BEN-1", "Plan", "approved", on("2011-06-17")))
                .then(new BenefitProfileWithdrawn("BEN-1", "Text", "a slip", on("2011-06-17")))
                .then(new BenefitPlanned("BEN-1", on("2011-06-18")))
                .then(new BenefitMeasured(
                        "BEN-1",
                        LocalDate.parse("2011-06-01"),
                        LocalDate.parse("2011-06-18"),
                        money("-1000").money(),
                        List.of(new BenefitPosts(PostKind.STAFF, new BigDecimal("-0.5"))),
                        List.of(new BenefitQuantity(BigDecimal.TEN, "hours", null)),
                        "less re-keying",
                        on("2011-06-19")))
                .then(new BenefitRealisationAssessed(
                        "BEN-1",
                        BenefitRealisation.PARTLY_REALISED,
                        List.of("PN-003"),
                        "one site is open",
                        on("2011-06-20")))
                .then(new BenefitOwnerChanged("BEN-1", new Holder(null, "Deputy"), "left", on("2011-06-21")))
                .then(new BenefitWithdrawn("BEN-1", "counted elsewhere", on("2011-06-22")));
    }

    static SavingsFiguresStated savings(String day) {
        return new SavingsFiguresStated(
                "PF",
                SavingsFigureKind.TARGET,
                "Plan",
                List.of(money("-500.50")),
                List.of(new YearlyPosts(YEAR, PostKind.PCSO, BigDecimal.valueOf(-3))),
                on(day));
    }

    static BenefitProfileStated stated(String source, String pounds, String day) {
        return new BenefitProfileStated(
                "BEN-1",
                source,
                List.of(money(pounds)),
                List.of(new YearlyPosts(YEAR, PostKind.OFFICER, BigDecimal.valueOf(-91))),
                List.of(new BenefitQuantity(BigDecimal.TEN, "%", "at least")),
                money("16").money(),
                money("8").money(),
                new StatedDate(LocalDate.parse("2011-01-01"), DatePrecision.YEAR),
                "DOC-1",
                "BD-1",
                new Provenance(
                        LocalDate.parse(day),
                        null,
                        null,
                        null,
                        null,
                        new Source("Update", "B.19", LocalDate.parse(day))));
    }

    private static YearlyMoney money(String pounds) {
        return new YearlyMoney(
                YEAR, new Money(new BigDecimal(pounds), "GBP", PriceBasis.REAL, "2010/11", Confidence.APPROVED));
    }

    private static Provenance on(String day) {
        return Provenance.on(LocalDate.parse(day));
    }
}
