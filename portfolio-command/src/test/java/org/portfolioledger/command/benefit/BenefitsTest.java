package org.portfolioledger.command.benefit;

import static org.portfolioledger.command.BenefitFacts.assessed;
import static org.portfolioledger.command.BenefitFacts.benefit;
import static org.portfolioledger.command.BenefitFacts.measured;
import static org.portfolioledger.command.BenefitFacts.money;
import static org.portfolioledger.command.BenefitFacts.owner;
import static org.portfolioledger.command.BenefitFacts.planned;
import static org.portfolioledger.command.BenefitFacts.pounds;
import static org.portfolioledger.command.BenefitFacts.preferred;
import static org.portfolioledger.command.BenefitFacts.profileWithdrawn;
import static org.portfolioledger.command.BenefitFacts.savings;
import static org.portfolioledger.command.BenefitFacts.stated;
import static org.portfolioledger.command.BenefitFacts.withdrawn;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.group;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.figures.FiguresRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitPosts;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

class BenefitsTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-owner", "p-other", "p-office")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    group("PF", "HR", "Human Resources", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    initiative("PX", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    caseOpened("BC-X", "PX", CaseStage.SOC, List.of("BD"), "2020-01-01"));

    private static BenefitOpened opened() {
        return benefit("BEN", "PG", "p-owner", BEGIN);
    }

    private Given expected() {
        return given.facts(opened());
    }

    @Test
    void a_benefit_is_put_on_record_once() {
        given.when(opened()).records(opened()).reads("initiative-PG");
        expected().when(opened()).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_expected_in_one_thing_on_record() {
        given.when(subject("PG", "PF", null))
                .refuses(FiguresRule.AMBIGUOUS_FIGURES_SUBJECT)
                .at("/subject");
        given.when(subject("PG", null, "HR")).refuses(FiguresRule.AMBIGUOUS_FIGURES_SUBJECT);
        given.when(subject("PG-9", null, null))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/initiative");
        given.when(subject(null, "PF-9", null))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/portfolio");
        given.when(subject(null, "PF", "IT"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/businessGroup");
        given.when(subject(null, "PF", null)).isRecorded();
        given.when(subject(null, "PF", "HR")).isRecorded();
        given.when(subject(null, null, null))
                .refuses(FiguresRule.FIGURES_WITHOUT_SUBJECT)
                .at("/subject");
        given.whenMigrating(subject(null, null, null)).unmet(FiguresRule.FIGURES_WITHOUT_SUBJECT);
    }

    private static BenefitOpened subject(
            @Nullable String initiative, @Nullable String portfolio, @Nullable String group) {
        return with(opened(), "subject", new FiguresSubject(initiative, portfolio, group));
    }

    @Test
    void it_begins_in_an_open_initiative() {
        given.facts(closed("PG", "2020-03-01"));
        given.when(with(opened(), "provenance", on("2020-02-29"))).isRecorded();
        given.when(with(opened(), "provenance", on("2020-03-01")))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/subject/initiative");
    }

    @Test
    void it_has_a_class_and_an_owner_whom_the_directory_knows() {
        given.when(with(opened(), "benefitClass", null))
                .refuses(BenefitRule.BENEFIT_WITHOUT_CLASS)
                .at("/benefitClass");
        given.whenMigrating(with(opened(), "benefitClass", null)).unmet(BenefitRule.BENEFIT_WITHOUT_CLASS);
        given.when(with(opened(), "owner", null))
                .refuses(BenefitRule.BENEFIT_WITHOUT_OWNER)
                .at("/owner");
        given.whenMigrating(with(opened(), "owner", null)).unmet(BenefitRule.BENEFIT_WITHOUT_OWNER);
        given.when(benefit("BEN", "PG", "p-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
        expected()
                .when(owner("BEN", "p-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
    }

    @Test
    void the_case_that_promised_it_is_of_its_initiative_or_of_one_above_or_below() {
        given.when(with(opened(), "businessCase", "BC")).isRecorded();
        given.when(with(opened(), "businessCase", "BC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/businessCase");
        given.when(with(opened(), "businessCase", "BC-X"))
                .refuses(BenefitRule.CASE_OF_ANOTHER_INITIATIVE)
                .at("/businessCase");
        given.when(with(subject(null, "PF", null), "businessCase", "BC-X")).isRecorded();
    }

    @Test
    void it_is_a_part_of_another_and_never_of_itself() {
        given.when(with(opened(), "partOf", "BEN-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/partOf");
        given.when(with(opened(), "partOf", "BEN"))
                .refuses(FiguresRule.COUNTED_WITHIN_ITSELF)
                .at("/partOf");
        expected();
        given.when(with(benefit("BEN-2", "PG", "p-owner", BEGIN), "partOf", "BEN"))
                .isRecorded();
    }

    @Test
    void a_source_states_figures_each_once() {
        expected();
        given.when(stated("BEN", "Plan", "2020/21", "-9400000.50", BEGIN)).isRecorded();
        given.when(with(stated("BEN", "Plan", null, "-1", BEGIN), "money", List.of()))
                .refuses(FiguresRule.NO_FIGURE_STATED);
        given.when(with(
                        stated("BEN", "Plan", null, "-1", BEGIN),
                        "money",
                        List.of(money("2020/21", "-1"), money("2021/22", "-1"), money(null, "-1"))))
                .isRecorded();
        given.when(with(
                        stated("BEN", "Plan", null, "-1", BEGIN),
                        "money",
                        List.of(money("2020/21", "-1"), money("2020/21", "-2"))))
                .refuses(FiguresRule.FIGURE_STATED_TWICE)
                .at("/money/1");
        FinancialYear year = FinancialYear.parse("2020/21");
        YearlyPosts officers = new YearlyPosts(year, PostKind.OFFICER, BigDecimal.ONE);
        given.when(with(
                        stated("BEN", "Plan", null, "-1", BEGIN),
                        "posts",
                        List.of(officers, new YearlyPosts(year, PostKind.STAFF, BigDecimal.ONE))))
                .isRecorded();
        given.when(with(stated("BEN", "Plan", null, "-1", BEGIN), "posts", List.of(officers, officers)))
                .refuses(FiguresRule.FIGURE_STATED_TWICE)
                .at("/posts/1");
    }

    @Test
    void figures_are_no_more_precise_than_money_and_posts_are() {
        expected();
        given.when(stated("BEN", "Plan", "2020/21", "-0.01", BEGIN)).isRecorded();
        given.when(stated("BEN", "Plan", "2020/21", "-0.001", BEGIN))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT)
                .at("/money/0/money/amount");
        given.when(posts("-0.25")).isRecorded();
        given.when(posts("-0.125")).refuses(FiguresRule.POSTS_TOO_PRECISE).at("/posts/0/number");
        given.when(with(stated("BEN", "Plan", null, "-1", BEGIN), "costBefore", pounds("0.001")))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT)
                .at("/costBefore/amount");
    }

    private static Object withPosts(String number) {
        return List.of(new YearlyPosts(FinancialYear.parse("2020/21"), PostKind.STAFF, new BigDecimal(number)));
    }

    private static BenefitProfileStated posts(String number) {
        return with(stated("BEN", "Plan", null, "-1", BEGIN), "posts", withPosts(number));
    }

    @Test
    void an_amount_states_its_prices_and_its_confidence_unless_the_source_of_old_did_not() {
        expected();
        for (var money : List.of(
                with(pounds("-1"), "priceBasis", PriceBasis.NOT_STATED),
                with(pounds("-1"), "confidence", Confidence.NOT_STATED))) {
            var vague = with(stated("BEN", "Plan", null, "-1", BEGIN), "money", List.of(new YearlyMoney(null, money)));
            given.when(vague).refuses(FiguresRule.FIGURE_NOT_QUALIFIED).at("/money/0/money");
            given.whenMigrating(vague).unmet(FiguresRule.FIGURE_NOT_QUALIFIED);
        }
    }

    @Test
    void only_a_source_that_states_it_by_then_is_preferred() {
        expected().facts(stated("BEN", "Plan", "2020/21", "-1", "2020-03-01"));
        given.when(preferred("BEN", "Plan", "2020-03-01")).isRecorded();
        given.when(preferred("BEN", "PLAN", "2020-03-01")).records(preferred("BEN", "Plan", "2020-03-01"));
        given.when(preferred("BEN", "Plan", "2020-02-29")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(preferred("BEN", "Text", "2020-03-01")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(stated("BEN", "plan", "2020/21", "-2", "2020-04-01"))
                .records(stated("BEN", "Plan", "2020/21", "-2", "2020-04-01"));
    }

    @Test
    void a_source_withdraws_the_profile_that_it_states() {
        expected().facts(stated("BEN", "Plan", "2020/21", "-1", "2020-03-01"));
        for (String day : List.of("2020-03-01", "2020-03-02", "2040-03-01"))
            given.when(profileWithdrawn("BEN", "PLAN", day)).records(profileWithdrawn("BEN", "Plan", day));
        given.when(profileWithdrawn("BEN", "Plan", "2020-02-29")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(profileWithdrawn("BEN", "Text", "2020-03-01")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.facts(profileWithdrawn("BEN", "Plan", "2020-03-10"));
        given.when(profileWithdrawn("BEN", "Plan", "2020-03-11")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(preferred("BEN", "Plan", "2020-03-10")).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(stated("BEN", "Plan", "2020/21", "-2", "2020-03-12")).isRecorded();
    }

    @Test
    void a_measurement_says_what_was_measured_and_when() {
        expected();
        given.when(measured("BEN", "-50", "2020-03-01")).isRecorded();
        given.when(with(measured("BEN", "-50", "2020-03-01"), "money", null)).refuses(BenefitRule.NOTHING_MEASURED);
        given.when(with(with(measured("BEN", "-50", "2020-03-01"), "money", null), "finding", "10%"))
                .isRecorded();
        given.when(period("2020-02-01", "2020-03-01")).isRecorded();
        given.when(period("2020-02-01", "2020-02-01")).isRecorded();
        given.when(period("2020-02-02", "2020-02-01"))
                .refuses(BenefitRule.IMPOSSIBLE_MEASURED_PERIOD)
                .at("/lastDay");
        given.when(period("2020-02-01", "2020-03-02")).refuses(BenefitRule.IMPOSSIBLE_MEASURED_PERIOD);
        given.when(with(
                        period("2020-02-01", "2020-03-31"),
                        "provenance",
                        new Provenance(LocalDate.parse("2020-03-01"), DatePrecision.MONTH, null, null, null, null)))
                .isRecorded();
        BenefitPosts staff = new BenefitPosts(PostKind.STAFF, BigDecimal.ONE);
        given.when(with(measured("BEN", "-50", "2020-03-01"), "posts", List.of(staff, staff)))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/posts/1");
    }

    private static BenefitMeasured period(String first, String last) {
        return with(
                with(measured("BEN", "-50", "2020-03-01"), "firstDay", LocalDate.parse(first)),
                "lastDay",
                LocalDate.parse(last));
    }

    @Test
    void others_than_its_owners_assess_it() {
        expected().facts(owner("BEN", "p-office", "2020-04-01"));
        given.when(assessed("BEN", BenefitRealisation.REALISED, "p-other", "2020-05-01"))
                .isRecorded();
        given.when(assessed("BEN", BenefitRealisation.REALISED, "p-owner", "2020-05-01"))
                .refuses(BenefitRule.OWN_BENEFIT_ASSESSED)
                .at("/assessedBy");
        given.when(assessed("BEN", BenefitRealisation.NOT_REALISED, "p-office", "2020-03-31"))
                .isRecorded();
        given.when(assessed("BEN", BenefitRealisation.NOT_REALISED, "p-office", "2020-04-01"))
                .refuses(BenefitRule.OWN_BENEFIT_ASSESSED);
    }

    @Test
    void who_owns_it_from_the_beginning_does_not_assess_it_for_a_day_before() {
        expected();
        given.when(assessed("BEN", BenefitRealisation.NOT_REALISED, "p-owner", "2020-01-31"))
                .refuses(BenefitRule.OWN_BENEFIT_ASSESSED);
        given.when(assessed("BEN", BenefitRealisation.NOT_REALISED, "p-other", "2020-01-31"))
                .isRecorded();
    }

    @Test
    void who_owns_it_from_an_earlier_day_than_it_was_assessed_by_them_is_refused() {
        expected().facts(assessed("BEN", BenefitRealisation.REALISED, "p-other", "2020-05-01"));
        given.when(owner("BEN", "p-other", "2020-05-02")).isRecorded();
        given.when(owner("BEN", "p-other", "2020-04-30")).refuses(BenefitRule.OWN_BENEFIT_ASSESSED);
    }

    @Test
    void an_assessment_names_who_made_it_and_why_it_falls_short() {
        expected();
        var nobody = with(assessed("BEN", BenefitRealisation.REALISED, "p-other", BEGIN), "assessedBy", List.of());
        given.when(nobody).refuses(BenefitRule.ASSESSED_WITHOUT_NAMES).at("/assessedBy");
        given.whenMigrating(nobody).unmet(BenefitRule.ASSESSED_WITHOUT_NAMES);
        for (BenefitRealisation outcome :
                List.of(BenefitRealisation.PARTLY_REALISED, BenefitRealisation.NOT_REALISED)) {
            var bare = with(assessed("BEN", outcome, "p-other", BEGIN), "reason", null);
            given.when(bare).refuses(BenefitRule.NOT_REALISED_WITHOUT_REASON).at("/reason");
            given.whenMigrating(bare).unmet(BenefitRule.NOT_REALISED_WITHOUT_REASON);
        }
    }

    @Test
    void it_is_planned_once_and_before_it_is_assessed() {
        expected().facts(planned("BEN", "2020-03-01"));
        given.when(planned("BEN", "2020-03-02")).refuses(BenefitRule.BENEFIT_PLANNED_ALREADY);
        given.when(planned("BEN", "2020-02-29")).refuses(BenefitRule.BENEFIT_PLANNED_ALREADY);
        given.when(assessed("BEN", BenefitRealisation.REALISED, "p-other", "2020-03-01"))
                .isRecorded();
        given.when(assessed("BEN", BenefitRealisation.REALISED, "p-other", "2020-02-29"))
                .refuses(BenefitRule.BENEFIT_PLANNED_ALREADY);
    }

    @Test
    void nothing_takes_effect_once_it_is_withdrawn() {
        expected().facts(withdrawn("BEN", "2020-05-01"));
        given.when(measured("BEN", "-1", "2020-04-30")).isRecorded();
        given.when(measured("BEN", "-1", "2020-05-01")).refuses(BenefitRule.BENEFIT_ALREADY_WITHDRAWN);
        given.when(measured("BEN", "-1", "2030-01-01")).refuses(BenefitRule.BENEFIT_ALREADY_WITHDRAWN);
    }

    @Test
    void it_is_withdrawn_no_earlier_than_it_was_expected_and_than_what_is_on_record() {
        expected();
        given.when(withdrawn("BEN", BEGIN)).isRecorded();
        given.when(withdrawn("BEN", "2020-01-31")).refuses(BenefitRule.BENEFIT_WITHDRAWN_BEFORE_IT_BEGAN);
        given.facts(measured("BEN", "-1", "2020-06-01"));
        given.when(withdrawn("BEN", "2020-05-31")).refuses(BenefitRule.BENEFIT_ALREADY_WITHDRAWN);
    }

    @Test
    void a_portfolio_states_to_what_its_benefits_are_to_come() {
        given.when(savings("PF", "Plan", "2020/21", "-500", "2020-03-01")).isRecorded();
        given.when(with(savings("PF", "Plan", "2020/21", "-500", "2020-03-01"), "money", List.of()))
                .refuses(FiguresRule.NO_FIGURE_STATED);
        given.when(savings("PF", "Plan", "2020/21", "-0.001", "2020-03-01"))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT)
                .at("/money/0/money/amount");
        given.facts(savings("PF", "Plan", "2020/21", "-500", "2020-03-01"));
        given.when(savings("PF", "PLAN", "2020/21", "-600", "2020-04-01"))
                .records(savings("PF", "Plan", "2020/21", "-600", "2020-04-01"));
    }
}
