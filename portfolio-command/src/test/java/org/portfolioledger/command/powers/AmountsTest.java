package org.portfolioledger.command.powers;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.Shape.with;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

/** Rule 14: every amount has currency, price basis and confidence. */
class AmountsTest {

    private final Given given = Given.persons().facts(board("BD", "2020-01-01"));

    @Test
    void real_prices_state_their_year_and_nominal_ones_do_not() {
        given.when(set(PriceBasis.REAL, "2015/16")).isRecorded();
        given.when(set(PriceBasis.REAL, "1999/00")).isRecorded();
        given.when(set(PriceBasis.NOMINAL, null)).isRecorded();
        given.when(set(PriceBasis.NOMINAL, "2015/16"))
                .refuses(PowersRule.PRICE_YEAR_DOES_NOT_FIT)
                .at("/limit/priceYear")
                .entry("NOMINAL", "2015/16");
        given.when(set(PriceBasis.REAL, null)).refuses(PowersRule.NO_PRICE_YEAR).at("/limit/priceYear");
    }

    @Test
    void a_price_year_is_a_financial_year() {
        for (String year : new String[] {"2015", "2015/17", "2015-16", "15/16"}) {
            given.when(set(PriceBasis.REAL, year)).refuses(PowersRule.PRICE_YEAR_DOES_NOT_FIT);
        }
    }

    @Test
    void a_migrated_amount_may_leave_its_year_out_but_not_state_one_that_does_not_fit() {
        given.whenMigrating(set(PriceBasis.REAL, null)).unmet(PowersRule.NO_PRICE_YEAR);
        given.whenMigrating(set(PriceBasis.NOMINAL, "2015/16")).refuses(PowersRule.PRICE_YEAR_DOES_NOT_FIT);
    }

    @Test
    void a_currency_is_one_of_iso_4217() {
        given.when(with(limit("BD", "1", "2021-01-01"), "limit", with(pounds("1"), "currency", "EUR")))
                .isRecorded();
        given.when(with(limit("BD", "1", "2021-01-01"), "limit", with(pounds("1"), "currency", "pounds")))
                .refuses(PowersRule.NO_CURRENCY)
                .at("/limit/currency")
                .entry("pounds");
    }

    @Test
    void an_amount_is_in_whole_units_of_its_currency() {
        for (String amount : new String[] {"1.23", "1.230", "0", "1E+6"})
            given.when(limit("BD", amount, "2021-01-01")).isRecorded();
        given.when(limit("BD", "0.001", "2021-01-01"))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT)
                .at("/limit/amount")
                .entry("GBP", "0.001");
        given.when(with(limit("BD", "1", "2021-01-01"), "limit", with(pounds("0.5"), "currency", "JPY")))
                .refuses(PowersRule.AMOUNT_BELOW_UNIT);
        given.whenMigrating(limit("BD", "0.001", "2021-01-01")).refuses(PowersRule.AMOUNT_BELOW_UNIT);
    }

    @Test
    void what_is_no_money_is_no_currency() {
        for (String code : new String[] {"XXX", "XAU", "XTS", "gbp"})
            given.when(with(limit("BD", "1", "2021-01-01"), "limit", with(pounds("1"), "currency", code)))
                    .refuses(PowersRule.NO_CURRENCY)
                    .at("/limit/currency");
    }

    private static BoardLimitSet set(PriceBasis basis, @Nullable String year) {
        Money money = with(with(pounds("1"), "priceBasis", basis), "priceYear", year);
        return with(limit("BD", "1", "2021-01-01"), "limit", money);
    }
}
