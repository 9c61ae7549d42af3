package org.portfolioledger.command.budget;

import static org.portfolioledger.command.BudgetFacts.budget;
import static org.portfolioledger.command.BudgetFacts.budgetEnded;
import static org.portfolioledger.command.BudgetFacts.envelope;
import static org.portfolioledger.command.BudgetFacts.figures;
import static org.portfolioledger.command.BudgetFacts.figuresWithdrawn;
import static org.portfolioledger.command.BudgetFacts.pounds;
import static org.portfolioledger.command.BudgetFacts.preferredSource;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PortfolioFacts.group;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.figures.FiguresRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.YearlyMoney;

class BudgetTest {

    private static final String BEGIN = "2020-04-01";
    private static final FinancialYear YEAR = FinancialYear.parse("2020/21");

    private final Given given = Given.persons("p-a")
            .facts(
                    initiative("PG", "2020-01-01"),
                    portfolio("PF", "2020-01-01"),
                    group("PF", "TP", "Territorial Policing", "2020-01-01"));

    private Given opened() {
        return given.facts(budget("BU", "PG", BEGIN));
    }

    @Test
    void a_line_is_put_on_record_once_and_says_what_it_is_for() {
        var line = budget("BU", "PG", BEGIN);
        given.when(line).records(line);
        given.when(with(line, "kind", null))
                .refuses(BudgetRule.BUDGET_WITHOUT_KIND)
                .at("/kind");
        given.whenMigrating(with(line, "kind", null)).unmet(BudgetRule.BUDGET_WITHOUT_KIND);
        given.facts(line).when(line).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_an_open_initiative_of_a_portfolio_or_of_one_of_its_business_groups() {
        given.when(of("PG", null, null)).isRecorded().reads("initiative-PG");
        given.when(of(null, "PF", null)).isRecorded().reads("portfolio-PF");
        given.when(of(null, "PF", "TP")).isRecorded();
        given.when(of(null, null, null))
                .refuses(FiguresRule.FIGURES_WITHOUT_SUBJECT)
                .at("/subject");
        given.whenMigrating(of(null, null, null)).unmet(FiguresRule.FIGURES_WITHOUT_SUBJECT);
        for (FiguresSubject two : List.of(new FiguresSubject("PG", "PF", null), new FiguresSubject("PG", null, "TP")))
            given.whenMigrating(budget("BU", two, null, BEGIN))
                    .refuses(FiguresRule.AMBIGUOUS_FIGURES_SUBJECT)
                    .at("/subject");
        given.when(of("PG-9", null, null))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/initiative");
        given.when(of(null, "PF-9", null))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/portfolio");
        given.when(of(null, "PF", "XX"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/businessGroup");
        given.facts(closed("PG", "2020-04-02"));
        given.when(of("PG", null, null)).isRecorded();
        given.when(budget("BU", "PG", "2020-04-02"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/subject/initiative");
    }

    private static BudgetOpened of(@Nullable String initiative, @Nullable String portfolio, @Nullable String group) {
        return budget("BU", new FiguresSubject(initiative, portfolio, group), null, BEGIN);
    }

    @Test
    void it_is_managed_under_another_line_on_record_and_never_under_itself() {
        opened().facts(budget("BU-2", new FiguresSubject("PG", null, null), "BU", BEGIN));
        given.when(budget("BU-3", new FiguresSubject("PG", null, null), "BU-2", BEGIN))
                .isRecorded();
        given.when(budget("BU-3", new FiguresSubject("PG", null, null), "BU-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/managedUnder");
        given.when(budget("BU-3", new FiguresSubject("PG", null, null), "BU-3", BEGIN))
                .refuses(FiguresRule.COUNTED_WITHIN_ITSELF)
                .at("/managedUnder");
        given.whenReplaced(4, budget("BU", new FiguresSubject("PG", null, null), "BU-2", BEGIN))
                .refuses(FiguresRule.COUNTED_WITHIN_ITSELF);
    }

    @Test
    void a_source_states_some_figure_and_each_year_once_with_any_sign() {
        opened();
        var stated = figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "-9.05", BEGIN);
        given.when(stated).records(stated);
        given.when(with(stated, "money", List.of())).refuses(FiguresRule.NO_FIGURE_STATED);
        YearlyMoney year = new YearlyMoney(YEAR, pounds("1"));
        given.when(with(stated, "money", List.of(year, new YearlyMoney(null, pounds("1")))))
                .isRecorded();
        given.whenMigrating(with(stated, "money", List.of(year, year)))
                .refuses(FiguresRule.FIGURE_STATED_TWICE)
                .at("/money/1");
        given.when(figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "9.005", BEGIN))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT)
                .at("/money/0/money/amount");
        Money vague = new Money(new BigDecimal("9"), "GBP", PriceBasis.NOT_STATED, null, Confidence.NOT_STATED);
        var unqualified = with(stated, "money", List.of(new YearlyMoney(YEAR, vague)));
        given.when(unqualified).refuses(FiguresRule.FIGURE_NOT_QUALIFIED).at("/money/0/money");
        given.whenMigrating(unqualified).unmet(FiguresRule.FIGURE_NOT_QUALIFIED);
    }

    @Test
    void a_source_is_the_same_whatever_the_case_of_its_name() {
        opened().facts(figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "9", BEGIN));
        given.when(figures("BU", BudgetFigure.BUDGET, "PLAN", "2020/21", "10", "2020-04-02"))
                .records(figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "10", "2020-04-02"));
    }

    @Test
    void what_was_spent_is_of_a_year_that_has_begun() {
        opened();
        given.when(figures("BU", BudgetFigure.ACTUAL, "Accounts", "2020/21", "9", BEGIN))
                .isRecorded();
        var early = figures("BU", BudgetFigure.ACTUAL, "Accounts", "2021/22", "9", "2021-03-31");
        given.when(early).refuses(BudgetRule.ACTUAL_OF_YEAR_TO_COME).at("/money/0/year");
        given.whenMigrating(early).unmet(BudgetRule.ACTUAL_OF_YEAR_TO_COME);
        given.when(figures("BU", BudgetFigure.ACTUAL, "Accounts", "2021/22", "9", "2021-04-01"))
                .isRecorded();
        given.when(figures("BU", BudgetFigure.FORECAST, "Accounts", "2030/31", "9", BEGIN))
                .isRecorded();
    }

    @Test
    void only_a_source_that_states_the_figure_by_then_is_preferred() {
        opened().facts(
                        figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "9", "2020-05-01"),
                        figures("BU", BudgetFigure.ACTUAL, "Accounts", "2020/21", "9", "2020-05-01"));
        given.when(preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-05-01"))
                .isRecorded();
        given.when(preferredSource("BU", BudgetFigure.BUDGET, "plan", "2025-05-01"))
                .records(preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2025-05-01"));
        for (var wrong : List.of(
                preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-04-30"),
                preferredSource("BU", BudgetFigure.BUDGET, "Accounts", "2020-05-01"),
                preferredSource("BU", BudgetFigure.FORECAST, "Plan", "2020-05-01")))
            given.whenMigrating(wrong).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.facts(preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-05-02"));
        given.whenStruck(5).refuses(FiguresRule.SOURCE_STATES_NOTHING);
    }

    @Test
    void a_source_withdraws_what_it_states_and_may_state_it_again() {
        opened().facts(figures("BU", BudgetFigure.BUDGET, "Plan", null, "9", "2020-05-01"));
        for (String day : List.of("2020-05-01", "2020-05-02", "2040-05-01"))
            given.when(figuresWithdrawn("BU", BudgetFigure.BUDGET, "PLAN", day))
                    .records(figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", day));
        for (var wrong : List.of(
                figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", "2020-04-30"),
                figuresWithdrawn("BU", BudgetFigure.BUDGET, "Accounts", "2020-05-01"),
                figuresWithdrawn("BU", BudgetFigure.FORECAST, "Plan", "2020-05-01")))
            given.whenMigrating(wrong).refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.facts(figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", "2020-06-01"));
        given.when(figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", "2020-06-02"))
                .refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", "2020-05-31"))
                .refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-05-31"))
                .isRecorded();
        given.when(preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-06-01"))
                .refuses(FiguresRule.SOURCE_STATES_NOTHING);
        given.when(figures("BU", BudgetFigure.BUDGET, "Plan", null, "10", "2020-07-01"))
                .isRecorded();
    }

    @Test
    void an_envelope_is_for_some_years_and_says_which() {
        opened();
        for (int years : new int[] {1, 50})
            given.when(envelope("BU", "9", "2020/21", years, null, BEGIN)).isRecorded();
        for (int years : new int[] {0, -1, 51, Integer.MAX_VALUE})
            given.whenMigrating(envelope("BU", "9", "2020/21", years, null, BEGIN))
                    .refuses(BudgetRule.IMPOSSIBLE_ENVELOPE)
                    .at("/years");
        var vague = envelope("BU", "9", null, 3, null, BEGIN);
        given.when(vague).refuses(BudgetRule.ENVELOPE_WITHOUT_YEARS).at("/firstYear");
        given.whenMigrating(vague).unmet(BudgetRule.ENVELOPE_WITHOUT_YEARS);
    }

    @Test
    void an_envelope_that_takes_the_place_of_another_says_why() {
        opened().facts(envelope("BU", "9", "2020/21", 3, null, "2020-05-01"));
        for (String day : List.of("2020-05-02", "2029-05-02"))
            given.when(envelope("BU", "8", "2020/21", 3, null, day))
                    .refuses(BudgetRule.ENVELOPE_CHANGED_WITHOUT_REASON)
                    .against(5L);
        given.when(envelope("BU", "8", "2020/21", 3, null, "2020-04-30"))
                .refuses(BudgetRule.ENVELOPE_CHANGED_WITHOUT_REASON);
        given.when(envelope("BU", "8", "2020/21", 3, "A site was sold", "2020-05-02"))
                .isRecorded();
    }

    @Test
    void nothing_follows_its_end_and_it_ends_no_earlier_than_it_began() {
        opened();
        given.when(budgetEnded("BU", BEGIN)).isRecorded();
        given.when(budgetEnded("BU", "2020-03-31")).refuses(BudgetRule.BUDGET_ENDED_BEFORE_IT_BEGAN);
        given.facts(budgetEnded("BU", "2021-04-01"));
        given.when(figures("BU", BudgetFigure.ACTUAL, "Accounts", "2020/21", "9", "2021-03-31"))
                .isRecorded();
        for (String day : List.of("2021-04-02", "2030-04-02")) {
            given.when(figures("BU", BudgetFigure.ACTUAL, "Accounts", "2020/21", "9", day))
                    .refuses(BudgetRule.BUDGET_ENDED_ALREADY)
                    .against(5L);
            given.when(budgetEnded("BU", day)).refuses(BudgetRule.BUDGET_ENDED_ALREADY);
        }
    }
}
