package org.portfolioledger.command.rag;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.MilestoneFacts.baseline;
import static org.portfolioledger.command.MilestoneFacts.milestone;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.RagRating;

/** Rule 2: a reset names the re-baseline decision on which it rests. */
class Rule2ResetTest {

    private static final BoardDecided REBASELINED =
            with(boardDecided("BD", "D-1", "REBASELINE", "2020-05-20"), "initiative", "PG");

    private final Given given = Given.persons("p-board")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    REBASELINED);

    @Test
    void a_reset_rests_on_the_approval_of_a_rebaseline() {
        given.when(reset(5L, "2020-05-20"))
                .records(reset(5L, "2020-05-20"))
                .restsOn(2L, 5L)
                .reads("board-BD", "initiative-PG", "portfolio-PF");
        given.when(reset(5L, "2040-05-20")).isRecorded();
    }

    @Test
    void a_reset_one_day_before_the_decision_is_refused() {
        given.when(reset(5L, "2020-05-19"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .against(5L)
                .at("/rebaselineDecision")
                .entry("5", "2020-05-19");
        given.when(reset(5L, "2010-05-19")).refuses(RagRule.RESET_WITHOUT_REBASELINE);
    }

    @Test
    void a_reset_that_names_no_decision_or_something_else_is_refused() {
        given.when(reset(null, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .againstNothing();
        given.when(reset(4L, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .entry("4");
        given.when(reset(77L, "2040-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .entry("77");
    }

    @Test
    void a_rating_that_resets_nothing_names_no_fact_that_there_is_not() {
        var green = with(reset(77L, "2020-06-01"), "rating", RagRating.GREEN);
        given.when(green)
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/rebaselineDecision")
                .entry("77");
        given.when(with(green, "rebaselineDecision", 5L)).isRecorded();
    }

    @Test
    void a_decision_of_another_matter_or_outcome_resets_nothing() {
        given.facts(with(REBASELINED, "matter", "POLICY"), with(REBASELINED, "outcome", BoardOutcome.DEFERRED));
        given.when(reset(6L, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .against(6L);
        given.when(reset(7L, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .against(7L);
    }

    @Test
    void a_decision_on_another_initiative_resets_nothing_but_one_on_the_whole_above_or_the_portfolio_does() {
        given.facts(
                initiativeUnder("PJ", "PG", "2020-01-01"),
                with(REBASELINED, "initiative", "PJ"),
                with(REBASELINED, "initiative", null));
        given.when(reset(7L, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .against(7L);
        given.when(reset(8L, "2020-06-01")).isRecorded();
        given.when(with(reset(5L, "2020-06-01"), "initiative", "PJ")).isRecorded();
    }

    @Test
    void a_decision_that_was_struck_resets_nothing() {
        given.retracted(5)
                .when(reset(5L, "2020-06-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .againstNothing();
    }

    @Test
    void a_decision_that_was_corrected_counts_as_corrected_whichever_of_the_two_is_named() {
        given.replaced(5, on("2020-07-01", REBASELINED));
        for (Long position : new Long[] {5L, 6L}) {
            given.when(reset(position, "2020-06-30"))
                    .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                    .against(6L);
            given.when(reset(position, "2020-07-01")).isRecorded().restsOn(2L, 6L);
        }
        given.replaced(6, with(REBASELINED, "outcome", BoardOutcome.REJECTED))
                .when(reset(5L, "2020-08-01"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE);
    }

    @Test
    void other_ratings_need_no_decision() {
        given.when(rated("PG", RagRating.RED, "2020-06-01")).isRecorded().restsOn(2L);
    }

    @Test
    void a_reset_may_name_the_rebaseline_instead_of_its_decision() {
        given.facts(
                milestone("PG", "M-1", "2020-12-31", "2020-02-01"),
                baseline("PG", 1, "2020-12-31", List.of("M-1"), null, "2020-03-01"),
                baseline("PG", 2, "2021-12-31", List.of("M-1"), 5L, "2020-05-25"));
        given.when(reset(8L, "2020-05-25"))
                .records(reset(8L, "2020-05-25"))
                .restsOn(2L, 8L)
                .reads("initiative-PG", "milestones-PG", "portfolio-PF");
        given.when(reset(8L, "2020-05-24"))
                .refuses(RagRule.RESET_WITHOUT_REBASELINE)
                .entry("8", "2020-05-24");
        given.when(reset(7L, "2020-06-01")).refuses(RagRule.RESET_WITHOUT_REBASELINE);
        given.facts(initiativeIn("PX", "PF", "2020-01-01"));
        given.when(with(reset(8L, "2020-06-01"), "initiative", "PX")).refuses(RagRule.RESET_WITHOUT_REBASELINE);
        given.replaced(8, baseline("PG", 2, "2022-12-31", List.of("M-1"), 5L, "2020-05-26"));
        for (Long position : new Long[] {8L, 10L})
            given.when(reset(position, "2020-05-26")).isRecorded().restsOn(2L, 10L);
        given.retracted(8).when(reset(8L, "2020-06-01")).refuses(RagRule.RESET_WITHOUT_REBASELINE);
    }

    private static RagAssessed reset(@Nullable Long decision, String day) {
        return with(rated("PG", RagRating.RESET, day), "rebaselineDecision", decision);
    }
}
