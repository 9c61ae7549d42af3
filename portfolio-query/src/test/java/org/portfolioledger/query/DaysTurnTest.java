package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.submitted;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.query.point.TimePointResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A list that was begun before midnight goes on after it as if the day had not turned. */
class DaysTurnTest {

    private static final int DAYS = 20;

    private static Served served;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        for (int n = 0; n < 5; n++) history.append(initiative("I" + n, "Name " + n, "PF", "2011-01-01"));
        LocalDate today = today();
        for (int day = 1; day <= DAYS; day++) {
            for (int n = 0; n < 5; n++) {
                String on = today.plusDays(day).toString();
                last = history.append(renamed("I" + n, "Name " + (n + day) % 5 + " of " + day, on));
            }
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initiatives?limit=2",
                "initiatives?limit=2&register=MPS",
                "initiatives?limit=2&sort=-since,name",
                "initiatives?limit=2&knownAt=TODAY",
                "portfolios/PF/status?limit=2",
                "changes?limit=2&from=2012-01-01@TODAY"
            })
    void a_list_of_a_day_goes_on_with_the_day_of_its_first_page(String question) {
        String path = path(question);
        JsonNode first = served.get(path, last);
        List<JsonNode> before = from(path, first);
        turnTheDay();
        assertThat(from(path, first)).isEqualTo(before).hasSizeGreaterThan(2);
        assertThat(items(from(path, served.get(path))))
                .as("the next day is another")
                .isNotEqualTo(items(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit/facts?limit=40",
                "audit/facts?limit=40&register=MPS",
                "audit/facts?limit=40&knownAt=position:90",
                "initiatives/I1/history?limit=8"
            })
    void a_list_over_all_days_is_the_same_on_every_day_and_so_are_its_cursors(String question) {
        String path = path(question);
        JsonNode first = served.get(path, last);
        List<JsonNode> before = from(path, first);
        assertThat(cursor(first)).contains("knownAt").doesNotContain("asOf");
        turnTheDay();
        assertThat(from(path, first)).isEqualTo(before).hasSizeGreaterThan(2);
        assertThat(from(path, served.get(path))).isEqualTo(before);
    }

    private static String path(String question) {
        return "/api/v1/" + question.replace("TODAY", today().toString());
    }

    private static List<JsonNode> from(String path, JsonNode first) {
        List<JsonNode> pages = new ArrayList<>(List.of(first));
        while (!pages.getLast().get("next").isNull())
            pages.add(served.get(path + "&cursor=" + pages.getLast().get("next").asString()));
        return pages;
    }

    private static List<JsonNode> items(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> page.get("items").valueStream()).toList();
    }

    @Test
    void an_alert_that_a_day_brings_is_shown_to_who_holds_the_answer_of_the_day_before() {
        long opened = served.history().append(action("A", null, today().toString(), "2011-01-01"));
        served.get("/api/v1/actions/A", opened);
        String tag = ask("actions/A").headers().firstValue("ETag").orElseThrow();
        assertThat(ask("actions/A", "If-None-Match", tag).statusCode()).isEqualTo(304);

        turnTheDay();

        HttpResponse<byte[]> after = ask("actions/A", "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(new String(after.body(), StandardCharsets.UTF_8)).contains("ACTION_OVERDUE");
    }

    @Test
    void the_days_for_which_a_case_is_with_a_board_are_counted_on_for_who_holds_the_answer_of_the_day_before() {
        History history = served.history();
        history.append(businessCase("BC", "I0", "BD", "2011-01-01"));
        history.append(versioned("BC", 1, "1.00", "2011-01-01"));
        long submitted = history.append(submitted("BC", 1, today().toString()));
        served.get("/api/v1/business-cases/BC", submitted);
        HttpResponse<byte[]> before = ask("business-cases/BC");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(new String(before.body(), StandardCharsets.UTF_8)).contains("\"days\":0");
        assertThat(ask("business-cases/BC", "If-None-Match", tag).statusCode()).isEqualTo(304);

        turnTheDay();

        HttpResponse<byte[]> after = ask("business-cases/BC", "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(new String(after.body(), StandardCharsets.UTF_8)).contains("\"days\":1");
    }

    @Test
    void a_submission_is_missing_for_who_holds_the_answer_of_the_day_before() {
        String due = today().toString();
        long opened =
                served.history().append(ReportingCycleHistory.cycle("RC", "PF", List.of(), "BD", due, "2011-01-01"));
        served.get("/api/v1/reporting-cycles/RC", opened);
        String tag = ask("reporting-cycles/RC").headers().firstValue("ETag").orElseThrow();
        assertThat(ask("reporting-cycles/RC", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        turnTheDay();

        HttpResponse<byte[]> after = ask("reporting-cycles/RC", "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(new String(after.body(), StandardCharsets.UTF_8)).contains("SUBMISSION_MISSING");
    }

    private static HttpResponse<byte[]> ask(String path, String... headers) {
        return served.ask("/api/v1/" + path, headers);
    }

    private static String cursor(JsonNode page) {
        return new String(Base64.getUrlDecoder().decode(page.get("next").asString()), StandardCharsets.UTF_8);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(served.ledger().now(), TimePointResolver.LONDON);
    }

    /** The ledger's now is never before its head. */
    private static void turnTheDay() {
        LocalDate tomorrow = today().plusDays(1);
        JdbcClient.create(served.database().owner())
                .sql("update ledger.head set recorded_at = ?::date::timestamp at time zone 'Europe/London'")
                .param(tomorrow.toString())
                .update();
        assertThat(today()).isEqualTo(tomorrow);
    }
}
