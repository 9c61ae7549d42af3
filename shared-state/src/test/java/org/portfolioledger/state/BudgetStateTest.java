package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.YearlyMoney;

/** What counts of a budget line, and what should not be overlooked on it. */
class BudgetStateTest {

    private static final LocalDate DAY = LocalDate.parse("2011-06-13");

    private long position = 1;
    private BudgetState line = BudgetState.opened(
            new BudgetFact.BudgetOpened(
                    "BU",
                    "MPS",
                    "Property",
                    BudgetKind.CAPITAL,
                    new FiguresSubject("PG", null, null),
                    null,
                    new TreeMap<>(),
                    Provenance.on(DAY)),
            grounds(1));

    @Test
    void what_a_source_states_anew_counts_and_what_it_stated_before_stays() {
        states(BudgetFigure.BUDGET, "Plan", "2011/12", "9");
        states(BudgetFigure.BUDGET, "Plan", "2011/12", "8.50");
        assertThat(line.counted(BudgetFigure.BUDGET).counted())
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualByComparingTo("8.5"));
        assertThat(Objects.requireNonNull(Objects.requireNonNull(line.figures().get(BudgetFigure.BUDGET))
                                .get("Plan"))
                        .earlier())
                .singleElement()
                .satisfies(one -> assertThat(one.fact()).isEqualTo(2));
    }

    @Test
    void sources_that_contradict_each_other_count_only_once_one_is_preferred() {
        states(BudgetFigure.ACTUAL, "Plan", "2011/12", "9");
        states(BudgetFigure.ACTUAL, "Accounts", "2011/12", "8");
        assertThat(line.counted(BudgetFigure.ACTUAL).counted()).isEmpty();
        assertThat(line.alerts(DAY)).containsExactly(Alert.BUDGET_SOURCES_CONTRADICT);
        take(new BudgetFact.BudgetSourcePreferred(
                "BU", BudgetFigure.ACTUAL, "Accounts", "audited", Provenance.on(DAY)));
        assertThat(line.counted(BudgetFigure.ACTUAL).counted())
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualByComparingTo("8"));
        assertThat(line.alerts(DAY)).isEmpty();
    }

    @Test
    void what_a_source_states_no_more_counts_no_more_and_stays_on_record() {
        states(BudgetFigure.BUDGET, "Return", null, "9");
        take(new BudgetFact.BudgetFiguresWithdrawn(
                "BU", BudgetFigure.BUDGET, "Return", "not stated", Provenance.on(DAY)));
        assertThat(line.counted(BudgetFigure.BUDGET).counted()).isEmpty();
        BySource<BudgetState.BudgetFigures> said = Objects.requireNonNull(
                Objects.requireNonNull(line.figures().get(BudgetFigure.BUDGET)).get("Return"));
        assertThat(said.last().value().withdrawn()).isEqualTo("not stated");
        assertThat(said.earlier())
                .singleElement()
                .satisfies(one -> assertThat(one.fact()).isEqualTo(2));
        states(BudgetFigure.BUDGET, "Return", null, "10");
        assertThat(line.counted(BudgetFigure.BUDGET).counted())
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualByComparingTo("10"));
    }

    @Test
    void only_what_is_above_the_budget_of_the_same_year_is_reported() {
        states(BudgetFigure.BUDGET, "Plan", "2011/12", "9");
        states(BudgetFigure.FORECAST, "Return", "2011/12", "9.00");
        states(BudgetFigure.ACTUAL, "Accounts", "2012/13", "100");
        assertThat(line.alerts(DAY)).isEmpty();
        states(BudgetFigure.FORECAST, "Return", "2011/12", "9.01");
        states(BudgetFigure.ACTUAL, "Accounts", "2011/12", "9.02");
        assertThat(line.alerts(DAY)).containsExactly(Alert.FORECAST_ABOVE_BUDGET, Alert.ACTUAL_ABOVE_BUDGET);
        assertThat(line.againstBudget(BudgetFigure.FORECAST))
                .singleElement()
                .satisfies(one -> assertThat(one.above()).isEqualByComparingTo("0.01"));
    }

    @Test
    void an_envelope_holds_the_budgets_of_its_years_and_of_no_others() {
        states(BudgetFigure.BUDGET, "Plan 1", "2010/11", "100");
        states(BudgetFigure.BUDGET, "Plan 2", "2011/12", "9");
        states(BudgetFigure.BUDGET, "Plan 3", "2013/14", "6.75");
        states(BudgetFigure.BUDGET, "Plan 4", "2014/15", "100");
        states(BudgetFigure.BUDGET, "Plan 5", null, "100");
        envelope("15.75", "2011/12");
        assertThat(line.leftOfEnvelope()).isEqualByComparingTo("0");
        assertThat(line.alerts(DAY)).isEmpty();
        envelope("15.74", "2011/12");
        assertThat(line.leftOfEnvelope()).isEqualByComparingTo("-0.01");
        assertThat(line.alerts(DAY)).containsExactly(Alert.BUDGETS_ABOVE_ENVELOPE);
        envelope("15.74", null);
        assertThat(line.leftOfEnvelope()).isNull();
    }

    @Test
    void nothing_is_reported_of_a_line_that_has_ended() {
        states(BudgetFigure.BUDGET, "Plan", "2011/12", "9");
        states(BudgetFigure.FORECAST, "Return", "2011/12", "10");
        take(new BudgetFact.BudgetEnded("BU", "merged", Provenance.on(DAY)));
        assertThat(line.alerts(DAY)).isEmpty();
    }

    private void states(BudgetFigure figure, String source, @Nullable String year, String amount) {
        YearlyMoney money = new YearlyMoney(year == null ? null : FinancialYear.parse(year), money(amount));
        take(new BudgetFiguresStated("BU", figure, source, List.of(money), Provenance.on(DAY)));
    }

    private void envelope(String amount, @Nullable String first) {
        take(new BudgetFact.BudgetEnvelopeSet(
                "BU",
                money(amount),
                first == null ? null : FinancialYear.parse(first),
                3,
                "settled",
                Provenance.on(DAY)));
    }

    private void take(BudgetFact fact) {
        position++;
        line = line.evolve(fact, grounds(position));
    }

    private static Grounds grounds(long fact) {
        return new Grounds(fact, fact, Provenance.on(DAY), List.of(), List.of(), null);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED);
    }
}
