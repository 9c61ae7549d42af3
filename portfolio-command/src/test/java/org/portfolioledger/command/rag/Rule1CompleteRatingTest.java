package org.portfolioledger.command.rag;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.Shape.with;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.RagRating;

/** Rule 1: a rating without assessor, scheme and version, rationale and effective date is refused. */
class Rule1CompleteRatingTest {

    private static final String BACK_DATED = "2010-01-01";
    private static final String TODAY = "2020-02-01";
    private static final String FUTURE_DATED = "2040-01-01";

    private final Given given = Given.persons()
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"));

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void a_rating_with_all_that_it_needs_is_recorded(String day) {
        given.when(rating(day)).records(rating(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void one_without_an_assessor_is_refused(String day) {
        given.when(with(rating(day), "assessor", null))
                .refuses(RagRule.RATING_WITHOUT_ASSESSOR)
                .at("/assessor");
    }

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void one_without_a_rationale_is_refused(String day) {
        given.when(with(rating(day), "rationale", null))
                .refuses(RagRule.RATING_WITHOUT_RATIONALE)
                .at("/rationale");
    }

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void one_without_a_scheme_is_refused_in_migrated_history_too(String day) {
        var asked = new RagCommand.AssessRag(
                "PG", null, null, "OVERALL", RagRating.RED, rating(day).assessor(), "late", null, on(day));
        given.when(asked).refuses(RagRule.RATING_WITHOUT_SCHEME).at("/scheme");
        given.whenMigrating(asked).refuses(RagRule.RATING_WITHOUT_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void one_by_a_version_that_nobody_defined_is_refused(String day) {
        given.when(with(rating(day), "schemeVersion", 2))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/scheme")
                .entry("ACME_RAG version 2");
        given.when(with(rating(day), "scheme", "OTHER"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .entry("OTHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {BACK_DATED, TODAY, FUTURE_DATED})
    void one_that_the_scheme_does_not_know_is_refused(String day) {
        given.when(with(rating(day), "rating", RagRating.AMBER_RED))
                .refuses(RagRule.RATING_NOT_IN_SCHEME)
                .against(2L)
                .at("/rating")
                .entry("AMBER_RED");
        given.when(with(rating(day), "rating", RagRating.EXEMPT)).isRecorded();
        given.when(with(rating(day), "criterion", "COST")).isRecorded();
        given.when(with(rating(day), "criterion", "SCOPE"))
                .refuses(RagRule.CRITERION_NOT_IN_SCHEME)
                .against(2L)
                .entry("OVERALL", "COST");
    }

    private static RagAssessed rating(String day) {
        return rated("PG", RagRating.RED, day);
    }
}
