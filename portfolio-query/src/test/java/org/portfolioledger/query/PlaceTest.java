package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is corrected stays where it stood: a repair never jumps over a later fact of the same day. */
class PlaceTest {

    private static Served served;
    private static History history;
    private static long firstCase;
    private static long firstDecision;
    private static long before;

    @BeforeAll
    static void record() {
        served = Served.start();
        history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-01-01"));
        history.append(board("BD", "2011-01-01"));
        firstCase = history.append(businessCase("BC-1", "A", "BD", "2011-02-01"));
        history.append(businessCase("BC-2", "A", "BD", "2011-02-01"));
        firstDecision = history.append(decided("BC-1", "BD", "2011-03-01"));
        before = history.append(decided("BC-2", "BD", "2011-03-01"));
        history.correct(firstCase, "misspelt", businessCase("BC-1", "A", "BD", "2011-02-01"));
        history.correct(firstDecision, "misspelt", decided("BC-1", "BD", "2011-03-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void the_case_that_status_shows_is_the_last_that_was_opened_and_not_the_last_that_was_corrected() {
        for (String known : points())
            assertThat(get("/api/v1/portfolios/PF/status?asOf=2011-02-01&knownAt=" + known)
                            .at("/items/0/businessCase/id")
                            .asString())
                    .as(known)
                    .isEqualTo("BC-2");
    }

    @Test
    void a_boards_decisions_of_one_day_stay_in_their_order() {
        for (String known : points())
            assertThat(get("/api/v1/boards/BD/decisions?asOf=2011-03-01&knownAt=" + known)
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("businessCase").asString()))
                    .as(known)
                    .containsExactly("BC-1", "BC-2");
    }

    @Test
    void a_value_says_in_whose_place_it_stands() {
        JsonNode title = get("/api/v1/business-cases/BC-1?asOf=2011-03-01").path("title");
        assertThat(title.path("fact").asLong()).isEqualTo(before + 1);
        assertThat(title.path("inPlaceOf").asLong()).isEqualTo(firstCase);
        assertThat(get("/api/v1/business-cases/BC-2?asOf=2011-03-01")
                        .path("title")
                        .has("inPlaceOf"))
                .isFalse();
    }

    private static List<String> points() {
        return List.of("position:" + before, "position:" + (before + 2));
    }

    private static JsonNode get(String path) {
        return served.get(path, before + 2);
    }
}
