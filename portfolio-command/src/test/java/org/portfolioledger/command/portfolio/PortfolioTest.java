package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.PortfolioFacts.group;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRatingScheme;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.vocabulary.RagRating;

class PortfolioTest {

    private final Given given = Given.persons().facts(portfolio("PF", "2020-01-01"));

    @Test
    void a_portfolio_is_opened_once() {
        Given.persons().when(portfolio("PF", "2020-01-01")).records(portfolio("PF", "2020-01-01"));
        given.when(portfolio("PF", "2021-01-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(1L);
    }

    @Test
    void its_business_groups_are_named_and_named_anew() {
        given.and(group("PF", "HR", "Human Resources", "2020-01-01"))
                .and(group("PF", "HR", "People", "2021-01-01"))
                .and(group("PF", "HR", "Personnel", "2010-01-01"));
        Given.persons()
                .when(group("PF-9", "HR", "Human Resources", "2020-01-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PF-9");
    }

    @Test
    void a_version_of_a_scheme_is_defined_once_and_the_next_one_is_numbered() {
        given.and(scheme("PF", "ACME_RAG", 1, "2020-01-01"));
        given.when(unnumbered("ACME_RAG")).records(scheme("PF", "ACME_RAG", 2, "2021-01-01"));
        given.when(unnumbered("OTHER_RAG")).records(scheme("PF", "OTHER_RAG", 1, "2021-01-01"));
        for (String day : new String[] {"2010-01-01", "2019-12-31", "2020-01-02", "2040-01-01"}) {
            given.when(scheme("PF", "ACME_RAG", 1, day))
                    .refuses(PortfolioRule.SCHEME_VERSION_TAKEN)
                    .against(2L)
                    .at("/version")
                    .entry("ACME_RAG", "1");
        }
    }

    @Test
    void the_same_definition_again_is_no_other_version() {
        given.and(given.when(unnumbered("ACME_RAG")))
                .when(unnumbered("ACME_RAG"))
                .changesNothing();
        given.and(scheme("PF", "ACME_RAG", 2, "2022-01-01"))
                .when(unnumbered("ACME_RAG"))
                .changesNothing();
    }

    @Test
    void versions_count_from_one() {
        given.when(scheme("PF", "ACME_RAG", 1, "2020-01-01")).isRecorded();
        given.when(scheme("PF", "ACME_RAG", 0, "2020-01-01")).refuses(PortfolioRule.SCHEME_VERSION_TAKEN);
    }

    @Test
    void a_scheme_defines_each_of_its_ratings_once_in_words() {
        var scheme = scheme("PF", "ACME_RAG", 1, "2020-01-01");
        var green = new RatingDefinition(RagRating.GREEN, "on target");
        given.when(with(scheme, "ratings", List.of(green))).isRecorded();
        given.when(with(scheme, "ratings", List.of())).refuses(PortfolioRule.SCHEME_WITHOUT_DEFINITIONS);
        given.when(with(scheme, "ratings", List.of(green, green))).refuses(PortfolioRule.SCHEME_WITHOUT_DEFINITIONS);
        given.when(with(scheme, "ratings", List.of(new RatingDefinition(RagRating.RED, " "))))
                .refuses(PortfolioRule.SCHEME_WITHOUT_DEFINITIONS)
                .at("/ratings");
    }

    @Test
    void a_struck_version_does_not_come_back_beside_the_one_that_took_its_number() {
        given.facts(scheme("PF", "ACME_RAG", 1, "2020-01-01"))
                .retracted(2)
                .facts(scheme("PF", "ACME_RAG", 1, "2020-02-01"));
        given.whenStruck(3).refuses(PortfolioRule.SCHEME_VERSION_TAKEN).against(2L, 4L);
    }

    private static DefineRatingScheme unnumbered(String scheme) {
        var defined = scheme("PF", scheme, 1, "2021-01-01");
        return new DefineRatingScheme("PF", scheme, null, defined.ratings(), defined.criteria(), on("2021-01-01"));
    }
}
