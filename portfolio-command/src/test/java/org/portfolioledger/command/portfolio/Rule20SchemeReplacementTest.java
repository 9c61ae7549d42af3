package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.replaced;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.PortfolioFacts.validity;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;

/** Rule 20: every rating of a scheme that the portfolio replaced is history. */
class Rule20SchemeReplacementTest {

    private final Given given = Given.persons()
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "OLD", 1, "2020-01-01"),
                    scheme("PF", "OLD", 2, "2020-06-01"),
                    scheme("PF", "NEW", 1, "2021-01-01"),
                    scheme("PF", "LAST", 1, "2021-01-01"));

    @Test
    void a_portfolio_replaces_a_scheme_by_another_and_that_by_a_third() {
        given.and(replaced("PF", "OLD", "NEW", 1, "2021-01-01")).and(replaced("PF", "NEW", "LAST", 1, "2040-01-01"));
    }

    @Test
    void a_scheme_that_is_not_on_record_neither_replaces_nor_is_replaced() {
        given.when(replaced("PF", "NONE", "NEW", 1, "2022-01-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("NONE");
        given.when(replaced("PF", "OLD", "NONE", 1, "2022-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/by");
        given.when(replaced("PF", "OLD", "NEW", 2, "2022-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/version");
        given.when(replaced("PF-9", "OLD", "NEW", 1, "2022-01-01")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void a_scheme_is_one_whatever_its_case() {
        given.and(replaced("PF", "old", "new", 1, "2022-01-01"));
        given.when(scheme("PF", "OLD", 3, "2022-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(6L);
        given.when(replaced("PF", "Last", "LAST", 1, "2022-01-01")).refuses(PortfolioRule.SCHEME_REPLACED_BY_ITSELF);
    }

    @Test
    void a_scheme_is_replaced_when_both_are_defined() {
        given.when(replaced("PF", "OLD", "NEW", 1, "2020-12-31"))
                .refuses(PortfolioRule.SCHEME_NOT_IN_FORCE)
                .at("/effectiveOn")
                .entry("NEW:1", "2020-12-31");
        given.when(replaced("PF", "NEW", "OLD", 2, "2020-12-31"))
                .refuses(PortfolioRule.SCHEME_NOT_IN_FORCE)
                .entry("NEW");
        given.when(replaced("PF", "OLD", "NEW", 1, "2021-01-01")).isRecorded();
    }

    @Test
    void a_scheme_does_not_replace_itself_but_a_later_version_does() {
        given.when(replaced("PF", "NEW", "NEW", 1, "2022-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_BY_ITSELF)
                .against(4L);
        given.when(replaced("PF", "OLD", "OLD", 1, "2022-01-01")).refuses(PortfolioRule.SCHEME_REPLACED_BY_ITSELF);
        given.and(replaced("PF", "OLD", "OLD", 2, "2022-01-01"))
                .when(replaced("PF", "OLD", "OLD", 2, "2023-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(6L);
    }

    @Test
    void a_scheme_is_replaced_once_and_by_one_in_use() {
        given.facts(replaced("PF", "OLD", "NEW", 1, "2022-01-01"));
        for (String day : new String[] {"2021-06-01", "2022-01-01", "2040-01-01"}) {
            given.when(replaced("PF", "OLD", "LAST", 1, day))
                    .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                    .against(6L);
        }
        given.when(replaced("PF", "OLD", "OLD", 2, "2023-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(6L);
        given.when(replaced("PF", "LAST", "OLD", 2, "2023-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(6L)
                .entry("OLD");
    }

    @Test
    void no_scheme_is_replaced_by_itself_through_others() {
        given.facts(replaced("PF", "OLD", "NEW", 1, "2022-01-01"), replaced("PF", "NEW", "LAST", 1, "2023-01-01"));
        given.when(replaced("PF", "LAST", "OLD", 1, "2024-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACEMENT_CIRCULAR)
                .against(6L);
    }

    @Test
    void a_replaced_scheme_gets_no_further_version() {
        given.facts(replaced("PF", "OLD", "NEW", 1, "2022-01-01"));
        given.when(scheme("PF", "OLD", 3, "2021-12-31")).isRecorded();
        given.when(scheme("PF", "OLD", 3, "2022-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(6L);
    }

    @Test
    void a_definition_on_which_a_replacement_rests_is_not_retracted() {
        given.facts(replaced("PF", "OLD", "NEW", 1, "2022-01-01"));
        given.whenStruck(4).refuses(PortfolioRule.SCHEME_NOT_IN_FORCE).against(6L);
    }

    @Test
    void a_portfolio_sets_how_long_a_rating_is_good_for() {
        given.and(validity("PF", 1, "2021-01-01")).and(validity("PF", 100, "2010-01-01"));
        given.and(validity("PF", 3_653, "2011-01-01"));
        for (int days : List.of(0, -1, 3_654, Integer.MAX_VALUE))
            given.when(validity("PF", days, "2021-01-01"))
                    .refuses(PortfolioRule.RATING_VALIDITY_OUT_OF_RANGE)
                    .at("/days")
                    .entry(String.valueOf(days), "3653");
    }
}
