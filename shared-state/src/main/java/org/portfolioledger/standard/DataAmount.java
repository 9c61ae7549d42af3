package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.YearlyMoney;

/**
 * An amount of money that something on record or a business case states.
 *
 * @param of what is on record; null: a business case states it
 * @param name what it is about
 * @param businessCase id of the business case that states or promises it; null: none
 * @param statedIn the plan, paper or part of a paper that states it; null: a business case does, or none is stated
 * @param amount null: none is stated
 */
record DataAmount<S>(
        @Nullable S of,
        Grounded<String> name,
        @Nullable Grounded<String> businessCase,
        @Nullable String statedIn,
        @Nullable Grounded<YearlyMoney> amount) {

    /** Something of what is on record. */
    @Nullable
    Grounded<?> own(Function<S, @Nullable Grounded<?>> read) {
        return of == null ? null : read.apply(of);
    }

    /** What each of them has. */
    static <S> List<DataPath<DataAmount<S>>> paths() {
        return List.of(
                DataPath.text("name", "what it is about", amount -> amount.name()),
                DataPath.text(
                        "businessCase",
                        "id of the business case that states or promises it",
                        amount -> amount.businessCase()),
                DataPath.text(
                        "statedIn",
                        "the plan, paper or part of a paper that states it",
                        amount -> part(amount.amount(), _ -> amount.statedIn())),
                DataPath.text(
                        "year",
                        "its financial year, such as 2026/27",
                        amount -> part(amount.amount(), YearlyMoney::year)),
                DataPath.of("amount", DataFormat.NUMBER, "the amount", amount -> amount.money(Money::amount)),
                DataPath.text("currency", "its currency", amount -> amount.money(Money::currency)),
                DataPath.text("priceBasis", "nominal, or real", amount -> amount.money(Money::priceBasis)),
                DataPath.text("priceYear", "financial year of the prices", amount -> amount.money(Money::priceYear)),
                DataPath.text("confidence", "how certain it is", amount -> amount.money(Money::confidence)));
    }

    private @Nullable Grounded<?> money(Function<Money, @Nullable Object> read) {
        return part(amount, stated -> read.apply(stated.money()));
    }
}
