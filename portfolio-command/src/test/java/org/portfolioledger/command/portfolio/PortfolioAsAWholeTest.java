package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.PortfolioFacts.confidence;
import static org.portfolioledger.command.PortfolioFacts.equalityRequired;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;

/** What is stated of a portfolio as a whole: how likely it is to deliver, and what its initiatives need. */
class PortfolioAsAWholeTest {

    private final Given given = Given.persons().facts(portfolio("PF", "2020-01-01"));

    @Test
    void its_delivery_confidence_is_assessed_on_any_day() {
        for (String day : List.of("2010-01-01", "2021-01-01", "2030-01-01"))
            given.and(confidence("PF", "Office", day)).and(confidence("PF", "Internal audit", day));
        Given.persons()
                .when(confidence("PF-9", "Office", "2021-01-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PF-9");
    }

    @Test
    void an_assessor_is_spelt_as_the_portfolio_wrote_it_first() {
        given.and(confidence("PF", "Internal audit", "2021-01-01"));
        given.when(confidence("PF", "INTERNAL AUDIT", "2022-01-01"))
                .records(confidence("PF", "Internal audit", "2022-01-01"));
    }

    @Test
    void somebody_assesses_it_and_only_an_old_paper_may_not_say_who() {
        var unnamed = with(confidence("PF", "Office", "2021-01-01"), "assessor", null);
        given.when(unnamed).refuses(PortfolioRule.CONFIDENCE_WITHOUT_ASSESSOR).at("/assessor");
        given.whenMigrating(unnamed).unmet(PortfolioRule.CONFIDENCE_WITHOUT_ASSESSOR);
    }

    @Test
    void a_trend_has_a_reason() {
        var bare = with(confidence("PF", "Office", "2021-01-01"), "reason", null);
        given.when(bare).refuses(PortfolioRule.CONFIDENCE_WITHOUT_REASON).at("/reason");
        given.whenMigrating(bare).unmet(PortfolioRule.CONFIDENCE_WITHOUT_REASON);
        given.when(with(bare, "trend", null)).isRecorded();
    }

    @Test
    void an_assessment_says_something() {
        var assessed = with(confidence("PF", "Office", "2021-01-01"), "topIssues", List.of());
        given.when(assessed).isRecorded();
        given.whenMigrating(with(assessed, "trend", null)).refuses(PortfolioRule.CONFIDENCE_WITHOUT_CONTENT);
    }

    @Test
    void it_sets_which_of_its_initiatives_need_an_equality_impact_assessment_each_level_once() {
        var required = equalityRequired("PF", "2021-01-01");
        given.when(required).records(required);
        given.when(with(required, "levels", List.of())).isRecorded();
        given.when(with(required, "levels", List.of(InitiativeLevel.PROJECT, InitiativeLevel.PROJECT)))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/levels/1");
        given.and(required).and(equalityRequired("PF", "2010-01-01")).and(equalityRequired("PF", "2030-01-01"));
    }
}
