package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import tools.jackson.databind.JsonNode;

/** What should not be overlooked is said wherever it is seen. */
class AlertsTest {

    private static Served served;
    private static long ultraVires;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        for (String id : List.of("A", "B", "C", "D")) history.append(initiative(id, "Name " + id, "PF", "2011-01-01"));
        history.append(board("BD", "2011-01-01"));
        for (String id : List.of("A", "B")) history.append(equality("EIA-" + id, id, null, "2011-01-01"));
        history.append(businessCase("BC-A", "A", "BD", "2011-01-01"));
        ultraVires = history.append(decided("BC-A", "2011-02-01", null, "The limit was to be raised"));
        history.append(businessCase("BC-LATER", "A", "BD", "2011-06-01"));
        history.append(businessCase("BC-B", "B", "BD", "2011-01-01"));
        history.append(decided("BC-B", "2011-02-01", new Waiver("P-3", "No strategic case was asked for"), null));
        history.append(new BoardDecided(
                "BD",
                "D-1",
                "POLICY",
                "Outside its remit",
                "C",
                null,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                "Nobody else could",
                new TreeMap<>(),
                on("2011-03-01")));
        history.append(dependency("B-C", "B", "C", "2012-01-01", "2011-02-01"));
        history.append(dependency("C-D", "C", "D", "2012-01-01", "2011-02-01"));
        history.append(promised("B-C", "2012-01-01", "2011-03-01"));
        history.append(promised("B-C", "2012-01-02", "2011-04-01"));
        last = history.append(new DependencyStatusUpdated("B-C", DependencyStatus.WITHDRAWN, null, on("2011-05-01")));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void rule_7_a_decision_that_was_recorded_as_ultra_vires_is_shown_as_such_for_ever() {
        assertThat(ofStatus("A", "2011-01-31")).containsExactly("NO_SRO");
        assertThat(ofStatus("A", "2011-02-01")).contains("ULTRA_VIRES");
        assertThat(ofStatus("A", "2020-01-01")).as("with another case since").contains("ULTRA_VIRES");
        assertThat(alerts(get("/api/v1/business-cases/BC-A"))).containsExactly("ULTRA_VIRES");
        assertThat(alerts(get("/api/v1/business-cases/BC-A/decisions/" + ultraVires)))
                .containsExactly("ULTRA_VIRES");
        assertThat(alerts(get("/api/v1/business-cases/BC-LATER"))).isEmpty();
    }

    @Test
    void rule_7_a_decision_on_no_case_alerts_its_board_and_the_initiative_that_it_concerns() {
        assertThat(ofStatus("C", "2011-02-28")).doesNotContain("ULTRA_VIRES");
        assertThat(ofStatus("C", "2011-03-01")).contains("ULTRA_VIRES");
        assertThat(alerts(get("/api/v1/boards/BD"))).containsExactly("ULTRA_VIRES");
        assertThat(alerts(get("/api/v1/boards/BD/decisions/D-1"))).containsExactly("ULTRA_VIRES");
    }

    @Test
    void a_board_s_decisions_say_which_were_ultra_vires_and_which_rest_on_a_waiver() {
        List<List<String>> alerts = get("/api/v1/boards/BD/decisions")
                .get("items")
                .valueStream()
                .map(AlertsTest::alerts)
                .toList();
        assertThat(alerts).containsExactly(List.of("ULTRA_VIRES"), List.of("WAIVED"), List.of("ULTRA_VIRES"));
    }

    @Test
    void rule_6_an_approval_on_a_waiver_is_shown_as_such() {
        assertThat(ofStatus("B", "2011-01-31")).containsExactly("NO_SRO");
        assertThat(ofStatus("B", "2011-02-01")).contains("WAIVED");
        assertThat(alerts(get("/api/v1/business-cases/BC-B"))).containsExactly("WAIVED");
    }

    @Test
    void rule_11_a_promise_later_than_needed_alerts_both_ends_and_whatever_is_downstream() {
        assertThat(ofStatus("B", "2011-03-31")).doesNotContain("DEPENDENCY_CONFLICT");
        assertThat(ofStatus("B", "2011-04-01")).contains("DEPENDENCY_CONFLICT");
        assertThat(ofStatus("C", "2011-04-01")).contains("DEPENDENCY_CONFLICT");
        assertThat(ofStatus("D", "2011-04-01")).containsExactly("NO_SRO", "DOWNSTREAM_OF_CONFLICT");
        assertThat(ofStatus("A", "2011-04-01")).doesNotContain("DEPENDENCY_CONFLICT", "DOWNSTREAM_OF_CONFLICT");
    }

    @Test
    void rule_11_a_slip_names_every_initiative_downstream_of_it() {
        JsonNode kept = get("/api/v1/dependencies/B-C?asOf=2011-03-31");
        assertThat(alerts(kept)).isEmpty();
        assertThat(kept.has("downstream")).isFalse();
        JsonNode slipped = get("/api/v1/dependencies/B-C?asOf=2011-04-01");
        assertThat(alerts(slipped)).containsExactly("DEPENDENCY_CONFLICT");
        assertThat(slipped.get("downstream").toString()).isEqualTo("[\"C\",\"D\"]");
    }

    @Test
    void rule_11_what_was_withdrawn_is_in_no_conflict() {
        assertThat(alerts(get("/api/v1/dependencies/B-C?asOf=2011-05-01"))).isEmpty();
        assertThat(ofStatus("D", "2011-05-01")).containsExactly("NO_SRO");
    }

    private static GovernanceFact decided(
            String businessCase, String day, @Nullable Waiver waiver, @Nullable String reason) {
        return new BusinessCaseDecided(
                businessCase,
                "BD",
                null,
                1,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                List.of(),
                3,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                waiver,
                reason,
                new TreeMap<>(),
                on(day));
    }

    private static List<String> ofStatus(String initiative, String day) {
        return get("/api/v1/portfolios/PF/status?asOf=" + day)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(initiative))
                .findFirst()
                .map(AlertsTest::alerts)
                .orElseThrow();
    }

    private static List<String> alerts(JsonNode item) {
        return item.get("alerts").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode get(String path) {
        return served.get(path, last);
    }
}
