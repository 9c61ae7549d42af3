package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures and budget lines from their opening to their end, told over HTTP. */
class BudgetsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String MONEY =
            "{\"amount\": %s, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"VALIDATED\"}";
    private static final String FIGURES = """
            {"figure": "%s", "statedIn": "%s", "effectiveOn": "%s", "money": [{"year": "%s", "money": %s}]}""";

    private static Caller command;
    private static Conversation talk;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        talk = new Conversation(command, HALVES.query(), Council.settle(command));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_measure_is_counted_against_its_target_until_it_ends() {
        talk.record("/measures", """
                {"id": "ME-10", "register": "ACME", "name": "Homes let", "unit": "%", "initiative": "PG-1", "effectiveOn": "2026-03-01"}""");
        talk.record("/measures/ME-10/targets", """
                {"number": 90, "qualifier": "AT_LEAST", "by": {"date": "2026-06-30"}, "effectiveOn": "2026-03-01"}""");
        talk.recordAs("sro1", "/measures/ME-10/values", """
                {"number": 62.5, "effectiveOn": "2026-03-31", "source": {"document": "March report"}}""");
        assertThat(talk.ask("/measures/ME-10?asOf=2026-03-31", "/progress/*/gap"))
                .isEqualTo("27.5");
        assertThat(talk.alerts("/measures/ME-10?asOf=2026-06-30")).isEmpty();
        assertThat(talk.alerts("/measures/ME-10?asOf=2026-07-01")).isEqualTo("MEASURE_TARGET_MISSED");
        talk.recordAs("sro1", "/measures/ME-10/values", """
                {"number": 91, "effectiveOn": "2026-06-30", "source": {"document": "June report"}}""");
        assertThat(talk.alerts("/measures/ME-10?asOf=2026-07-01")).isEmpty();
        assertThat(talk.ask("/measures/ME-10/timeline", "/items/*/measure/progress/*/reached"))
                .isEqualTo("false | true");
        talk.recordAs("sro1", "/measures/ME-10/values", """
                {"number": 89, "effectiveOn": "2026-06-30", "source": {"document": "Audit"}}""");
        assertThat(talk.alerts("/measures/ME-10?asOf=2026-07-01")).isEqualTo("MEASURE_SOURCES_CONTRADICT");
        assertThat(talk.refused("/measures/ME-10/preferred-sources", """
                {"statedIn": "Rumour", "reason": "Said so", "effectiveOn": "2026-07-01"}""")).isEqualTo("document-states-no-value");
        talk.record("/measures/ME-10/preferred-sources", """
                {"statedIn": "audit", "reason": "It was counted again", "effectiveOn": "2026-07-02"}""");
        assertThat(talk.alerts("/measures/ME-10?asOf=2026-07-02")).isEqualTo("MEASURE_TARGET_MISSED");
        assertThat(talk.ask("/measures/ME-10?asOf=2026-07-02", "/values/*/value/document"))
                .isEqualTo("June report | Audit");
        talk.record("/measures/ME-10/endings", """
                {"reason": "All are let", "effectiveOn": "2026-08-01"}""");
        assertThat(talk.refused("/measures/ME-10/values", """
                {"number": 92, "effectiveOn": "2026-08-02"}""")).isEqualTo("measure-ended-already");
        assertThat(talk.ask("/initiatives/PG-1/history?kind=measure", "/items/*/type"))
                .contains("measure-ended");
    }

    @Test
    void a_budget_is_set_forecast_spent_and_closed_and_what_is_managed_under_it_is_above_it() {
        open("BU-10", "{\"portfolio\": \"PF\"}", null);
        open("BU-11", "{\"initiative\": \"PG-1\"}", "BU-10");
        open("BU-12", "{\"initiative\": \"PG-2\"}", "BU-10");
        state("BU-10", "BUDGET", "Plan", "100000.10");
        state("BU-11", "BUDGET", "Plan", "60000.05");
        state("BU-12", "BUDGET", "Plan", "45000.06");
        String line = "/budgets/BU-10?asOf=2026-04-01";
        assertThat(talk.ask(line, "/overProgramming/*/above")).isEqualTo("5000.01");
        assertThat(talk.ask(line, "/overProgramming/*/percent")).isIn("5", "5.0");
        String totals = "/portfolios/PF/budget-totals?year=2026/27&level=KIND&kind=CAPITAL&asOf=2026-04-01";
        assertThat(talk.ask(totals, "/items/*/figures/BUDGET/number")).isIn("100000.10", "100000.1");
        assertThat(talk.ask(totals, "/items/*/overProgramming/above")).isEqualTo("5000.01");
        state("BU-11", "FORECAST", "Return", "61000");
        state("BU-11", "FORECAST", "Letter", "59000");
        assertThat(talk.alerts("/budgets/BU-11?asOf=2026-04-01")).isEqualTo("BUDGET_SOURCES_CONTRADICT");
        assertThat(talk.refused("/budgets/BU-11/preferred-sources", """
                {"figure": "FORECAST", "statedIn": "Rumour", "reason": "Said so", "effectiveOn": "2026-04-01"}""")).isEqualTo("source-states-nothing");
        talk.record("/budgets/BU-11/preferred-sources", """
                {"figure": "FORECAST", "statedIn": "return", "reason": "The ledger agrees", "effectiveOn": "2026-04-01"}""");
        assertThat(talk.alerts("/budgets/BU-11?asOf=2026-04-01")).isEqualTo("FORECAST_ABOVE_BUDGET");
        assertThat(talk.ask(
                        "/budgets/BU-11?asOf=2026-04-01", "/figures/FORECAST/Letter/last/value/money/*/money/amount"))
                .as("the other stays on record")
                .isEqualTo("59000");
        assertThat(talk.refused(
                        "/budgets/BU-11/figures",
                        FIGURES.formatted("ACTUAL", "Accounts", "2026-03-31", "2026/27", MONEY.formatted("1"))))
                .isEqualTo("actual-of-year-to-come");
        talk.record("/budgets/BU-11/envelopes", """
                {"money": %s, "firstYear": "2026/27", "years": 3, "effectiveOn": "2026-04-01"}""".formatted(MONEY.formatted("180000")));
        assertThat(talk.ask("/budgets/BU-11?asOf=2026-04-01", "/envelopeLeft")).isEqualTo("119999.95");
        talk.record("/budgets/BU-12/endings", """
                {"reason": "Merged", "effectiveOn": "2026-05-01"}""");
        assertThat(talk.ask("/budgets/BU-10?asOf=2026-05-01", "/managed/*")).isEqualTo("BU-11");
        assertThat(talk.ask("/budgets/BU-11/history", "/items/*/type")).endsWith("budget-envelope-set");
    }

    @Test
    void absurd_figures_and_texts_are_clear_problems_and_nothing_is_kept() {
        open("BU-30", "{\"initiative\": \"PG-1\"}", null);
        for (String year : List.of("2026/13", "2026/28", "2026/2027", "2026", "9999/00", "1899/00", "a year"))
            assertThat(status(
                            "/budgets/BU-30/figures",
                            FIGURES.formatted("BUDGET", "Plan", "2026-04-01", year, MONEY.formatted("1"))))
                    .as(year)
                    .isEqualTo(400);
        for (String amount : List.of("1e400", "1e999999", "\"many\"", "null"))
            assertThat(status(
                            "/budgets/BU-30/figures",
                            FIGURES.formatted("BUDGET", "Plan", "2026-04-01", "2026/27", MONEY.formatted(amount))))
                    .as(amount)
                    .isEqualTo(400);
        assertThat(status(
                        "/budgets/BU-30/figures",
                        FIGURES.formatted(
                                "BUDGET", "x".repeat(1_000_000), "2026-04-01", "2026/27", MONEY.formatted("1"))))
                .isIn(400, 413);
        assertThat(command.post(
                                "office",
                                "/budgets/BU-30/figures",
                                FIGURES.formatted("BUDGET", "Plan", "2026-04-01", "2026/13", MONEY.formatted("1e400")))
                        .json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder("/money/0/year", "/money/0/money/amount");
        assertThat(talk.refused("/budgets/BU-30/envelopes", """
                {"money": %s, "firstYear": "2026/27", "years": 2147483647, "effectiveOn": "2026-04-01"}""".formatted(MONEY.formatted("1"))))
                .isEqualTo("impossible-envelope");
        assertThat(talk.ask("/budgets/BU-30/history", "/items/*/type")).isEqualTo("budget-opened");

        talk.record("/measures", """
                {"id": "ME-30", "register": "ACME", "name": "Homes let", "unit": "%", "initiative": "PG-1", "effectiveOn": "2026-03-01"}""");
        String value = "{\"number\": %s, \"effectiveOn\": \"%s\", \"note\": \"%s\"}";
        for (String number : List.of("1e9", "1000000000", "-1000.5"))
            assertThat(talk.refused("/measures/ME-30/values", value.formatted(number, "2026-03-31", "x")))
                    .as(number)
                    .isEqualTo("impossible-percentage");
        assertThat(status("/measures/ME-30/values", value.formatted("1e400", "2026-03-31", "x")))
                .isEqualTo(400);
        assertThat(status("/measures/ME-30/values", value.formatted("1", "9999-01-01", "x")))
                .isEqualTo(400);
        assertThat(status("/measures/ME-30/targets", """
                {"number": 1, "by": {"date": "9999-12-31"}, "effectiveOn": "2026-03-31"}""")).isEqualTo(400);
        assertThat(status("/measures/ME-30/values", value.formatted("1", "2026-03-31", "x".repeat(1_000_000))))
                .isIn(400, 413);
        assertThat(talk.ask("/measures/ME-30/history", "/items/*/type")).isEqualTo("measure-defined");
    }

    private static void open(String id, String subject, @Nullable String managedUnder) {
        talk.record("/budgets", """
                {"id": "%s", "register": "ACME", "name": "Homes", "kind": "CAPITAL", "subject": %s, %s "effectiveOn": "2026-03-01"}""".formatted(
                        id, subject, managedUnder == null ? "" : "\"managedUnder\": \"" + managedUnder + "\","));
    }

    private static void state(String id, String figure, String source, String amount) {
        talk.record(
                "/budgets/" + id + "/figures",
                FIGURES.formatted(figure, source, "2026-04-01", "2026/27", MONEY.formatted(amount)));
    }

    private static int status(String path, String body) {
        return command.post("office", path, body).status();
    }
}
