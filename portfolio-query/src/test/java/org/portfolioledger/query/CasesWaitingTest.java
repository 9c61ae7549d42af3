package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.submitted;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import tools.jackson.databind.JsonNode;

/** Which cases wait for a board, also for one whose place it took, and all that is missing. */
class CasesWaitingTest {

    private static Served served;
    private static long beforeSuccession;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        for (String id : List.of("BD-A", "BD-B", "BD-C", "BD-L")) history.append(board(id, "2012-01-01"));
        for (String id : List.of("I1", "I2", "I3")) history.append(initiative(id, id, "PF", "2012-01-01"));
        // A case of the first stage, approved for twelve months.
        history.append(opened("BC-SOC", "I1", CaseStage.SOC, null, "BD-L"));
        history.append(versioned("BC-SOC", 1, "10", "2012-01-02"));
        history.append(new BusinessCaseSubmitted(
                "BC-SOC", 1, "P-1", null, new CaseRoute(List.of("BD-L"), null, 12, null), on("2012-01-03")));
        history.append(decided("BC-SOC", "BD-L", "2012-03-01"));
        waiting(history, "BC-OBC", "I1", CaseStage.OBC, "BC-SOC", "BD-L");
        waiting(history, "BC-NONE", "I2", CaseStage.OBC, null, "BD-L");
        history.append(equality("EIA", "I1", null, "2012-04-01"));
        history.append(new BoardLimitSet(
                "BD-L",
                new Money(new BigDecimal("100"), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED),
                LocalDate.parse("2012-06-30"),
                null,
                on("2012-01-02")));
        waiting(history, "BC-A", "I2", CaseStage.SOC, null, "BD-A");
        waiting(history, "BC-3", "I3", CaseStage.SOC, null, "BD-C");
        beforeSuccession = history.append(closed("I3", "2012-05-01"));
        history.append(new BoardClosed("BD-A", "replaced", "BD-B", on("2012-07-01")));
        last = history.append(new BoardClosed("BD-B", "replaced", "BD-C", on("2012-08-01")));
        served.get("/api/v1/boards", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void the_stage_before_is_missing_until_it_is_approved_and_again_when_that_is_too_old() {
        assertThat(missing("BD-L", "BC-OBC", "2012-02-29")).contains("EARLIER_STAGE BC-SOC");
        assertThat(missing("BD-L", "BC-OBC", "2012-03-01")).doesNotContain("EARLIER_STAGE BC-SOC");
        assertThat(missing("BD-L", "BC-OBC", "2013-02-28")).doesNotContain("EARLIER_STAGE BC-SOC");
        assertThat(missing("BD-L", "BC-OBC", "2013-03-01")).contains("EARLIER_STAGE BC-SOC");
        assertThat(missing("BD-L", "BC-NONE", "2012-04-01")).contains("EARLIER_STAGE");
    }

    @Test
    void an_equality_impact_assessment_is_missing_until_there_is_one() {
        assertThat(missing("BD-L", "BC-OBC", "2012-03-31")).contains("EQUALITY_ASSESSMENT");
        assertThat(missing("BD-L", "BC-OBC", "2012-04-01")).isEmpty();
        assertThat(missing("BD-L", "BC-NONE", "2012-04-01")).contains("EQUALITY_ASSESSMENT");
    }

    @Test
    void a_limit_that_was_valid_until_an_earlier_day_is_missing() {
        assertThat(missing("BD-L", "BC-OBC", "2012-06-30")).isEmpty();
        assertThat(missing("BD-L", "BC-OBC", "2012-07-01")).containsExactly("VALID_LIMIT");
    }

    @Test
    void a_case_waits_for_the_board_that_took_the_place_of_a_dissolved_one() {
        assertThat(waiting("BD-B", "2012-06-30")).isEmpty();
        assertThat(waiting("BD-B", "2012-07-01")).containsExactly("BC-A for BD-A");
        assertThat(waiting("BD-C", "2012-07-31")).containsExactly("BC-3 for BD-C");
        assertThat(waiting("BD-C", "2012-08-01")).containsExactly("BC-3 for BD-C", "BC-A for BD-A");
        assertThat(waiting("BD-C", "2012-08-01&knownAt=position:" + beforeSuccession))
                .containsExactly("BC-3 for BD-C");
        assertThat(missing("BD-A", "BC-A", "2012-06-30")).doesNotContain("STANDING_BOARD BD-B");
        assertThat(missing("BD-A", "BC-A", "2012-07-01")).contains("STANDING_BOARD BD-B");
        assertThat(missing("BD-C", "BC-A", "2012-08-01")).doesNotContain("STANDING_BOARD");
    }

    @Test
    void a_case_of_a_closed_initiative_is_marked() {
        assertThat(missing("BD-C", "BC-3", "2012-04-30")).doesNotContain("OPEN_INITIATIVE");
        assertThat(missing("BD-C", "BC-3", "2012-05-01")).contains("OPEN_INITIATIVE");
    }

    private static List<String> waiting(String board, String asOf) {
        return items(board, asOf).stream()
                .map(item -> item.get("id").asString() + " for "
                        + item.path("successorOf").asString(board))
                .toList();
    }

    private static List<String> missing(String board, String businessCase, String asOf) {
        return items(board, asOf).stream()
                .filter(item -> item.get("id").asString().equals(businessCase))
                .flatMap(item -> item.get("missing").valueStream())
                .map(missing -> "%s %s%s"
                        .formatted(
                                missing.get("what").asString(),
                                missing.path("precedingCase").asString(""),
                                missing.path("board").asString(""))
                        .strip())
                .toList();
    }

    private static List<JsonNode> items(String board, String asOf) {
        return served.get("/api/v1/boards/%s/waiting?asOf=%s".formatted(board, asOf), last)
                .get("items")
                .valueStream()
                .toList();
    }

    private static void waiting(
            History history,
            String id,
            String initiative,
            CaseStage stage,
            @Nullable String precedingCase,
            String board) {
        history.append(opened(id, initiative, stage, precedingCase, board));
        history.append(versioned(id, 1, "10", "2012-01-02"));
        history.append(submitted(id, 1, "2012-01-03"));
    }

    private static GovernanceFact opened(
            String id, String initiative, CaseStage stage, @Nullable String precedingCase, String board) {
        return new BusinessCaseOpened(
                id,
                "MPS",
                initiative,
                stage,
                "Case",
                List.of(board),
                precedingCase,
                List.of("P-1"),
                new TreeMap<>(),
                on("2012-01-01"));
    }
}
