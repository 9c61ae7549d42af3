package org.portfolioledger.command.rag;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.rag.RagCommand.AssessRag;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.RagRating;

class RagTest {

    private final Given given = Given.persons()
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"));

    @Test
    void a_criterion_is_rated_by_a_scheme_of_the_initiatives_portfolio() {
        given.when(rated("PG", RagRating.AMBER, "2020-02-01"))
                .records(rated("PG", RagRating.AMBER, "2020-02-01"))
                .restsOn(2L)
                .reads("initiative-PG", "portfolio-PF");
    }

    @Test
    void what_lies_below_is_rated_by_the_scheme_of_the_portfolio_above() {
        given.facts(initiativeUnder("PJ", "PG", "2020-02-01"), initiative("PX", "2020-02-01"));
        given.when(rated("PJ", RagRating.RED, "2020-03-01"))
                .isRecorded()
                .reads("initiative-PJ", "initiative-PG", "portfolio-PF");
        given.when(rated("PX", RagRating.RED, "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/scheme");
    }

    @Test
    void it_is_rated_by_the_portfolio_in_which_it_lies_that_day() {
        given.facts(portfolio("PF-2", "2020-01-01"), moved("PG", new Placement(null, "PF-2"), "2020-06-01"));
        given.when(rated("PG", RagRating.RED, "2020-05-31")).isRecorded();
        given.when(rated("PG", RagRating.RED, "2020-06-01")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.when(rated("PG", RagRating.RED, "2010-06-01")).isRecorded();
        given.when(rated("PG", RagRating.RED, "2040-06-01")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void without_a_version_it_is_rated_by_the_latest_that_is_in_force_that_day() {
        given.facts(scheme("PF", "ACME_RAG", 2, "2020-06-01"));
        given.when(unversioned("2020-05-31")).records(rated("PG", RagRating.AMBER, "2020-05-31"));
        given.when(unversioned("2020-06-01"))
                .records(with(rated("PG", RagRating.AMBER, "2020-06-01"), "schemeVersion", 2));
        given.when(unversioned("2010-01-01"))
                .records(with(rated("PG", RagRating.AMBER, "2010-01-01"), "schemeVersion", 2));
    }

    @Test
    void a_criterion_is_one_whatever_its_case() {
        given.when(with(rated("PG", RagRating.RED, "2020-02-01"), "criterion", "Overall"))
                .records(rated("PG", RagRating.RED, "2020-02-01"));
        given.facts(with(scheme("PF", "FREE", 1, "2020-01-01"), "criteria", List.of()));
        given.and(with(with(rated("PG", RagRating.RED, "2020-02-01"), "scheme", "FREE"), "criterion", "Morale"));
        given.when(with(with(rated("PG", RagRating.AMBER, "2020-03-01"), "scheme", "FREE"), "criterion", "MORALE"))
                .records(with(
                        with(rated("PG", RagRating.AMBER, "2020-03-01"), "scheme", "FREE"), "criterion", "Morale"));
        RagAssessmentEnded ended = new RagAssessmentEnded(
                "PG", "Morale", Assessor.PORTFOLIO_OFFICE, "Nobody asks any more", on("2020-03-01"));
        given.when(with(ended, "criterion", "morale")).records(ended);
    }

    @Test
    void nothing_is_rated_that_is_not_on_record() {
        given.when(rated("PG-9", RagRating.RED, "2020-02-01"))
                .refusesAll(ReferenceRule.NOT_FOUND, ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void it_is_rated_until_the_day_before_its_closure() {
        given.facts(closed("PG", "2021-01-01"));
        given.when(rated("PG", RagRating.RED, "2020-12-31")).isRecorded();
        given.when(rated("PG", RagRating.RED, "2021-01-01"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .against(4L)
                .entry("2021-01-01");
        given.when(rated("PG", RagRating.RED, "2040-01-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
    }

    @Test
    void a_later_rating_supersedes_and_a_correction_keeps_both() {
        given.and(rated("PG", RagRating.RED, "2020-02-01")).and(rated("PG", RagRating.AMBER, "2020-03-01"));
        given.and(given.whenReplaced(5, rated("PG", RagRating.GREEN, "2020-03-01")));
        given.and(given.whenStruck(6));
    }

    private static AssessRag unversioned(String day) {
        return new AssessRag(
                "PG",
                "ACME_RAG",
                null,
                "OVERALL",
                RagRating.AMBER,
                Assessor.PORTFOLIO_OFFICE,
                "Ground works are late",
                null,
                on(day));
    }
}
