package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An office loads the tables of a data standard over HTTP and reads what its data lacks; and what the Met's papers lack. */
class DataStandardJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String TABLES = "/registers/ACME/data-standards";
    private static final String REPORT = "/initiatives/PG-1/data-standard/report";
    private static final String ATTRIBUTE = """
            {"name": "%s", "required": true, "path": "%s", "allowedValues": []%s}""";

    private static Caller command;
    private static Conversation talk;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        long last = Council.settle(command);
        MetRegister met = MetRegister.load(HALVES);
        talk = new Conversation(command, HALVES.query(), Math.max(last, met.last()));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_office_loads_the_tables_and_a_later_version_judges_from_its_day() {
        assertThat(talk.ask(REPORT + "?asOf=2026-03-31", "/standard/byDefault")).isEqualTo("true");
        JsonNode receipt = talk.record(
                TABLES,
                tables(
                        "First",
                        "2026-04-01",
                        "PROJECT_FEATURES",
                        ATTRIBUTE.formatted("Sector", "attributes.sector", ""),
                        ATTRIBUTE.formatted("Name", "name", ", \"withinDays\": 90")));
        talk.record(
                TABLES,
                tables(
                        "Second",
                        "2027-04-01",
                        "MILESTONE",
                        ATTRIBUTE.formatted("Baseline", "baseline", ", \"format\": \"DATE\"")));

        JsonNode report = talk.ask(REPORT + "?asOf=2026-04-01");
        assertThat(report.at("/standard/title").asString()).isEqualTo("First");
        assertThat(report.at("/standard/fact").asLong())
                .isEqualTo(receipt.required("position").asLong());
        assertThat(EveryRead.at(report, "/items/*/fault")).isEqualTo("MISSING");
        String days = REPORT + "?fault=STALE&asOf=%s";
        JsonNode name = talk.ask("/initiatives/PG-1?asOf=2026-04-01").at("/name/since");
        assertThat(name.asString()).isEqualTo("2026-01-05");
        assertThat(talk.ask(days.formatted("2026-04-05"), "/items/*/attribute")).isEmpty();
        assertThat(talk.ask(days.formatted("2026-04-06"), "/items/*/attribute")).isEqualTo("Name");
        assertThat(talk.ask(REPORT + "?asOf=2027-03-31", "/standard/title")).isEqualTo("First");
        assertThat(talk.ask(REPORT + "?asOf=2027-04-01", "/standard/title")).isEqualTo("Second");
        assertThat(talk.ask(REPORT + "?asOf=2027-04-01", "/items/*/detail")).isEqualTo("it is not in the form DATE");
        assertThat(talk.ask("/registers/ACME/data-standard?asOf=2027-04-01", "/entities/*/attributes/*/name"))
                .isEqualTo("Baseline");
        assertThat(talk.ask("/registers/ACME/history", "/items/*/type"))
                .isEqualTo("register-opened | data-standard-defined | data-standard-defined");
    }

    @Test
    void absurd_tables_are_refused_and_nothing_is_kept() {
        String name = ATTRIBUTE.formatted("Name", "name", "");
        assertThat(talk.refused(TABLES, tables("T", "2026-05-01", "PROJECT_FEATURES", name, name)))
                .isEqualTo("named-twice");
        for (String frequency : List.of("0", "-1", "1000000000", "3654"))
            assertThat(talk.refused(
                            TABLES,
                            tables(
                                    "T",
                                    "2026-05-01",
                                    "PROJECT_FEATURES",
                                    ATTRIBUTE.formatted("Name", "name", ", \"withinDays\": " + frequency))))
                    .as(frequency)
                    .isEqualTo("data-limit-out-of-range");
        for (String frequency : List.of("1e400", "\"often\"", "1.5"))
            assertThat(talk.refused(
                            TABLES,
                            tables(
                                    "T",
                                    "2026-05-01",
                                    "PROJECT_FEATURES",
                                    ATTRIBUTE.formatted("Name", "name", ", \"withinDays\": " + frequency))))
                    .as(frequency)
                    .isEqualTo("malformed-request");
        Caller.Reply unknown =
                command.record(TABLES, tables("T", "2026-05-01", "RISK", ATTRIBUTE.formatted("Name", "salary", "")));
        assertThat(unknown.problem()).isEqualTo("unknown-data-path");
        assertThat(unknown.text()).contains("salary", "/entities/0/attributes/0/path", "/api/v1/data-paths");
        assertThat(talk.refused(TABLES, tables("T", "2026-05-01", "PROJECT_FEATURES", many(10_000))))
                .isEqualTo("data-standard-too-large");
        assertThat(command.record(TABLES, tables("x".repeat(1_000_000), "2026-05-01", "PROJECT_FEATURES", name))
                        .status())
                .isEqualTo(400);
        assertThat(command.record(TABLES, tables("T", "2026-05-01", "PROJECT_FEATURES", many(100_000)))
                        .status())
                .isEqualTo(413);
        assertThat(talk.ask("/audit/facts?stream=register-ACME&type=data-standard-defined", "/items/*/type"))
                .doesNotContain("T");
        assertThat(talk.ask("/registers/ACME/data-standard?asOf=2026-05-01", "/title"))
                .isNotEqualTo("T");
    }

    @Test
    void what_the_papers_of_the_met_lack_is_counted_and_each_fault_is_listed() {
        String then = "asOf=2011-06-13&knownAt=2011-06-14";
        String portfolio = "/portfolios/PF-CHANGE-2011/data-standard";
        JsonNode report = talk.ask(portfolio + "/report?limit=1000&" + then);
        assertThat(report.at("/standard/byDefault").asBoolean()).isTrue();
        List<JsonNode> rows = report.required("items").valueStream().toList();
        assertThat(rows.stream().map(row -> row.required("faults").asInt()))
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        int initiatives = report.required("initiatives").asInt();
        for (JsonNode row : rows) {
            if (row.required("faults").asInt() == 0) continue;
            String attribute = row.required("attribute").asString().replace(" ", "%20");
            assertThat(talk.ask(portfolio + "/faults?limit=1000&" + then + "&entity="
                                    + row.required("entity").asString() + "&attribute=" + attribute)
                            .required("items"))
                    .as(attribute)
                    .hasSize(row.required("faults").asInt());
        }
        assertThat(row(rows, "PROJECT_FEATURES", "Name").required("faults").asInt())
                .isZero();
        assertThat(row(rows, "PROJECT_FEATURES", "Start date")
                        .required("missing")
                        .asInt())
                .as("no paper says when anything starts")
                .isEqualTo(initiatives);
        assertThat(row(rows, "PEOPLE", "Holder").required("missing").asInt())
                .as("no paper of 2011 names who answers for one of them")
                .isEqualTo(initiatives);
        assertThat(row(rows, "MILESTONE", "Baseline date").required("missing").asInt())
                .as("no paper has a baseline: each milestone lacks it, and each initiative without one")
                .isEqualTo(row(rows, "MILESTONE", "Kind").required("missing").asInt())
                .isGreaterThan(initiatives);
        assertThat(row(rows, "MILESTONE", "Actual date").required("malformed").asInt())
                .as("given as a month or a year")
                .isPositive();
    }

    private static JsonNode row(List<JsonNode> rows, String entity, String attribute) {
        return rows.stream()
                .filter(row -> row.required("entity").asString().equals(entity)
                        && row.required("attribute").asString().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static String tables(String title, String day, String entity, String... attributes) {
        return """
                {"title": "%s", "effectiveOn": "%s", "entities": [{"entity": "%s", "required": true, "attributes": [%s]}]}""".formatted(title, day, entity, String.join(", ", attributes));
    }

    private static String[] many(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> ATTRIBUTE.formatted("Attribute " + n, "name", ""))
                .collect(Collectors.toList())
                .toArray(String[]::new);
    }
}
