package org.portfolioledger.command.rag;

import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.replaced;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RagFacts.unrated;
import static org.portfolioledger.command.Shape.with;

import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.vocabulary.RagRating;

/** Rule 20: what nobody asserts any more is history. */
class Rule20EndedRatingTest {

    private final Given given = Given.persons()
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    scheme("PF", "NEXT_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"));

    @Test
    void an_assessor_who_rates_no_more_ends_the_rating_and_may_begin_again() {
        given.and(rated("PG", RagRating.AMBER, "2020-02-01"))
                .and(unrated("PG", "2020-02-02"))
                .and(rated("PG", RagRating.RED, "2020-03-01"))
                .and(unrated("PG", "2040-01-01"));
    }

    @Test
    void a_rating_that_was_never_given_cannot_end() {
        given.when(unrated("PG", "2020-03-01")).refuses(ReferenceRule.NOT_FOUND).entry("OVERALL:PORTFOLIO_OFFICE");
        given.and(rated("PG", RagRating.AMBER, "2020-02-01"));
        given.when(with(unrated("PG", "2020-03-01"), "criterion", "COST")).refuses(ReferenceRule.NOT_FOUND);
        given.when(with(unrated("PG", "2020-03-01"), "assessor", null))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("OVERALL:NOT_STATED");
    }

    @Test
    void a_rating_ends_after_the_day_on_which_it_was_given() {
        given.facts(rated("PG", RagRating.AMBER, "2020-02-01"));
        for (String day : new String[] {"2010-01-01", "2020-01-31", "2020-02-01"}) {
            given.when(unrated("PG", day))
                    .refuses(RagRule.RATING_NOT_BEGUN)
                    .against(5L)
                    .at("/effectiveOn")
                    .entry("2020-02-01", day);
        }
        given.when(unrated("PG", "2020-02-02")).isRecorded();
    }

    @Test
    void a_rating_ends_once_until_it_is_given_again() {
        given.facts(rated("PG", RagRating.AMBER, "2020-02-01"), unrated("PG", "2020-03-01"));
        for (String day : new String[] {"2020-02-15", "2020-03-02", "2040-01-01"}) {
            given.when(unrated("PG", day)).refuses(RagRule.RATING_ENDED_ALREADY).against(6L);
        }
        given.facts(rated("PG", RagRating.AMBER, "2020-04-01"));
        given.when(unrated("PG", "2020-03-15")).refuses(RagRule.RATING_ENDED_ALREADY);
        given.when(unrated("PG", "2020-04-02")).isRecorded();
    }

    @Test
    void a_rating_whose_assessor_nobody_stated_can_be_ended_too() {
        given.migrated(
                        with(rated("PG", RagRating.AMBER, "2020-02-01"), "assessor", null),
                        RagRule.RATING_WITHOUT_ASSESSOR)
                .and(with(unrated("PG", "2020-03-01"), "assessor", null));
    }

    @Test
    void an_ending_whose_rating_was_entered_in_error_harms_nothing() {
        given.facts(rated("PG", RagRating.AMBER, "2020-02-01"), unrated("PG", "2020-03-01"));
        given.whenStruck(5).isRecorded();
    }

    @Test
    void nothing_is_rated_by_a_scheme_from_the_day_on_which_it_was_replaced() {
        given.facts(replaced("PF", "ACME_RAG", "NEXT_RAG", 1, "2021-04-01"));
        given.when(rated("PG", RagRating.RED, "2021-03-31")).isRecorded();
        for (String day : new String[] {"2021-04-01", "2040-01-01"}) {
            given.when(rated("PG", RagRating.RED, day))
                    .refuses(RagRule.SCHEME_REPLACED)
                    .against(5L)
                    .at("/scheme")
                    .entry("NEXT_RAG", "2021-04-01");
            given.when(with(rated("PG", RagRating.RED, day), "scheme", "NEXT_RAG"))
                    .isRecorded();
        }
        given.whenMigrating(rated("PG", RagRating.RED, "2021-04-01"))
                .records(rated("PG", RagRating.RED, "2021-04-01"))
                .unmet(RagRule.SCHEME_REPLACED);
    }

    @Test
    void a_later_version_replaces_the_earlier_one() {
        given.facts(scheme("PF", "ACME_RAG", 2, "2021-01-01"), replaced("PF", "ACME_RAG", "ACME_RAG", 2, "2021-04-01"));
        given.when(rated("PG", RagRating.RED, "2021-03-31")).isRecorded();
        given.when(rated("PG", RagRating.RED, "2021-04-01")).refuses(RagRule.SCHEME_REPLACED);
        given.when(with(rated("PG", RagRating.RED, "2021-04-01"), "schemeVersion", 2))
                .isRecorded();
    }
}
