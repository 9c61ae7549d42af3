package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskScored;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import tools.jackson.databind.JsonNode;

/** From the day on which a risk scheme is replaced, the one that replaced it is counted alone. */
class RiskSchemeReplacedTest {

    private static final String PF = "/api/v1/portfolios/PF";

    private static Served served;
    private static long replaced;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(scheme("OLD", "2012-01-01"));
        history.append(scheme("NEW", "2012-01-02"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(risk("R-1", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(risk("R-2", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-1", RiskScoreKind.RESIDUAL, 5, 5, "OLD", "2012-02-01"));
        history.append(riskScored("R-2", RiskScoreKind.RESIDUAL, 2, 2, "OLD", "2012-02-01"));
        history.append(riskScored("R-2", RiskScoreKind.RESIDUAL, 3, 3, "NEW", "2012-07-01"));
        replaced = history.append(new RiskSchemeReplaced("PF", "OLD", "NEW", 1, on("2012-06-01")));
        last = replaced;
        served.get("/api/v1/risks", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_score_is_counted_until_the_day_before_its_scheme_is_replaced_and_stays_readable_in_it() {
        assertThat(risks("/risk-heat-map?asOf=2012-05-31", "/maps/0/cells")).containsExactly("R-2", "R-1");
        JsonNode day = get("/risk-heat-map?asOf=2012-06-01");
        assertThat(day.get("maps")).isEmpty();
        assertThat(day.get("count").asInt()).isEqualTo(2);
        assertThat(day.at("/history/0/scheme").asString()).isEqualTo("OLD");
        assertThat(day.at("/history/0/replacedBy").asLong()).isEqualTo(replaced);
        assertThat(risks("/risk-heat-map?asOf=2012-06-01", "/history/0/cells")).containsExactly("R-2", "R-1");
        assertThat(risks("/risk-heat-map?asOf=2012-07-01", "/maps/0/cells")).containsExactly("R-2");
        assertThat(risks("/risk-heat-map?asOf=2012-07-01", "/history/0/cells")).containsExactly("R-1");
    }

    @Test
    void as_known_before_it_was_replaced_both_schemes_are_counted_each_alone() {
        assertThat(get("/risk-heat-map?asOf=2012-07-01&knownAt=position:" + (replaced - 1))
                        .get("maps"))
                .hasSize(2);
    }

    @Test
    void a_movement_says_that_the_scheme_was_replaced_and_compares_no_numbers_of_two() {
        assertThat(moves("2012-05-31", "2012-06-01")).containsExactly("R-1 SCHEME_REPLACED", "R-2 SCHEME_REPLACED");
        assertThat(moves("2012-06-01", "2012-07-01")).containsExactly("R-2 SCORED_BY_ANOTHER_SCHEME");
        assertThat(moves("2012-07-01", "2012-08-01")).isEmpty();
        assertThat(get(between("2012-05-31", "2012-06-01"))
                        .at("/items/0/after/schemeReplacedBy")
                        .asLong())
                .isEqualTo(replaced);
    }

    @Test
    void the_highest_risks_are_those_by_the_scheme_in_use() {
        assertThat(risks("/status?include=RISKS&asOf=2012-05-31&knownAt=position:" + (replaced - 1), "/items/0/risks"))
                .as("the scheme that was defined last is in use beside the other")
                .isEmpty();
        assertThat(risks("/status?include=RISKS&asOf=2012-07-01", "/items/0/risks"))
                .containsExactly("R-2");
    }

    private static RiskSchemeDefined scheme(String name, String day) {
        return new RiskSchemeDefined(
                "PF", name, 1, List.of("a", "b", "c", "d", "e"), List.of("v", "w", "x", "y", "z"), 15, on(day));
    }

    private static List<String> risks(String question, String pointer) {
        return get(question).at(pointer).findValuesAsString("risk");
    }

    private static List<String> moves(String from, String to) {
        return get(between(from, to))
                .get("items")
                .valueStream()
                .map(item ->
                        item.get("risk").asString() + " " + item.get("move").asString())
                .toList();
    }

    private static String between(String from, String to) {
        return "/risk-movements?from=%s@position:%s&to=%s@position:%s".formatted(from, last, to, last);
    }

    private static JsonNode get(String question) {
        return served.get(PF + question, last);
    }
}
