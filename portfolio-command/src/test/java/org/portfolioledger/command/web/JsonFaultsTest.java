package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.Families;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;

/** What cannot be read is told in the office's words, with what would be. */
class JsonFaultsTest {

    private final Catalogue catalogue = new Catalogue(Families.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"level": "PROJEKT"} | /level | must be one of PROGRAMME, PROJECT, WORKSTREAM, WORK_PACKAGE
            {"level": 1} | /level | must be one of PROGRAMME, PROJECT, WORKSTREAM, WORK_PACKAGE
            {"effectiveOn": "2026-02-30"} | /effectiveOn | is not a date (yyyy-mm-dd)
            {"effectiveOn": 20260101} | /effectiveOn | is not a date (yyyy-mm-dd)
            {"effectiveOn": [2026, 1, 1]} | /effectiveOn | is not a date (yyyy-mm-dd)
            {"provenance": {"effectiveOn": "2026-01-01"}} | /provenance | is not known here
            {"initiative": "PG"} | /initiative | is not known here
            {"id": ".."} | /id | must be 1 to 64
            {"id": "graph"} | /id | must be 1 to 64
            {"datePrecision": "WEEK"} | /datePrecision | must be one of DAY, MONTH, QUARTER, HALF_YEAR, YEAR
            {"placement": "PF"} | /placement | must be an object
            {"placement": {"portfolio": ["PF"]}} | /placement/portfolio | must be text
            {"owners": "Territorial"} | /owners | must be an array
            {"name": 7} | /name | must be text
            {"colour": "red"} | /colour | is not known here
            """)
    void each_fault_is_pointed_at_and_says_what_it_should_be(String body, String pointer, String detail) {
        Problem.At fault = fault(body);

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.detail()).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fit / Finish", "A:B", "x%2Fy", "..", "\u00c4"})
    void what_becomes_part_of_a_path_is_spelt_like_an_id(String criterion) {
        String body = """
                {"scheme": "RAG", "criterion": "%s", "rating": "GREEN", "effectiveOn": "2026-01-01"}""".formatted(criterion);
        assertThat(fault("/api/v1/initiatives/PG/rag-assessments", body).pointer())
                .isEqualTo("/criterion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "effectiveOn": "1899-12-31" | /effectiveOn | must lie between 1900-01-01 and 2199-12-31
            "effectiveOn": "9999-01-01" | /effectiveOn | must lie between 1900-01-01 and 2199-12-31
            "knownAt": "yesterday" | /knownAt | is not a date (yyyy-mm-dd) or a moment
            "knownAt": "2011-13-13" | /knownAt | is not a date (yyyy-mm-dd) or a moment
            "knownAt": "9999-01-01" | /knownAt | must lie between 1900-01-01 and 2199-12-31
            """)
    void a_date_out_of_range_is_told_from_one_that_is_missing(String member, String pointer, String detail) {
        String body = "{\"id\": \"PG\", \"register\": \"ACME\", \"level\": \"PROJECT\", \"name\": \"Homes\", %s}"
                .formatted(member);

        assertThat(fault(body).pointer()).isEqualTo(pointer);
        assertThat(fault(body).detail()).startsWith(detail);
    }

    @Test
    void a_number_that_is_missing_is_told_with_all_else_that_is() {
        String path = "/api/v1/portfolios/PF/rating-schemes/RAG/replacements";

        for (String body : List.of("{}", "{\"version\": null}"))
            assertThat(faults(path, body))
                    .as(body)
                    .extracting(at -> at.pointer() + " " + at.detail())
                    .containsExactlyInAnyOrder("/by is missing", "/version is missing");
        assertThat(faults(path, "{\"by\": \"RAG\", \"version\": \"two\"}"))
                .extracting(Problem.At::pointer)
                .containsExactly("/version");
        for (String huge : List.of("2147483648", "-1000000000000000000000000000000"))
            assertThat(faults(path, "{\"by\": \"RAG\", \"version\": %s}".formatted(huge)))
                    .extracting(at -> at.pointer() + " " + at.detail())
                    .containsExactly("/version must be a whole number from -2147483648 to 2147483647");
        for (int version : new int[] {0, -1})
            assertThat(faults(path, "{\"by\": \"RAG\", \"version\": %s}".formatted(version)))
                    .extracting(at -> at.pointer() + " " + at.detail())
                    .containsExactly("/version must be 1 or more");
    }

    @Test
    void nothing_leaves_its_portfolio_by_a_member_that_was_forgotten() {
        for (String body : List.of("{}", "{\"to\": null}"))
            assertThat(faults("/api/v1/initiatives/PG/moves", body))
                    .as(body)
                    .extracting(at -> at.pointer() + " " + at.detail())
                    .containsExactly("/to is missing");
    }

    @Test
    void everything_that_is_wrong_or_missing_is_told_at_once() {
        String body = """
                {"level": "PLANET", "owners": ["HR", 7, 8], "placement": {"portfolio": 1, "moon": 2}, "tier": "X",
                 "effectiveOn": "x", "colour": "red"}""";

        assertThat(faults("/api/v1/initiatives", body))
                .extracting(Problem.At::pointer)
                .containsExactlyInAnyOrder(
                        "/level",
                        "/owners/1",
                        "/owners/2",
                        "/placement/portfolio",
                        "/placement/moon",
                        "/tier",
                        "/effectiveOn",
                        "/colour",
                        "/name",
                        "/register");
    }

    @Test
    void what_no_record_could_keep_is_told_with_all_else_that_cannot_be_read() {
        assertThat(faults("/api/v1/budgets/BU/figures", """
                {"figure": "COLOUR", "statedIn": "%s", "effectiveOn": "2026-02-30", "knownAt": "soon", "budget": "BU",
                 "money": [{"year": "2026/13", "money": {"amount": 1e400, "currency": "GBP", "priceBasis": "NOMINAL"}}]}""".formatted("x".repeat(20_001))))
                .extracting(Problem.At::pointer)
                .containsExactlyInAnyOrder(
                        "/statedIn",
                        "/money/0/money/amount",
                        "/knownAt",
                        "/budget",
                        "/figure",
                        "/money/0/year",
                        "/effectiveOn",
                        "/money/0/money/confidence");
        assertThat(faults("/api/v1/initiatives", "{\"id\": \"..\", \"effectiveOn\": \"2036-01-02\", \"level\": \"X\"}"))
                .extracting(Problem.At::pointer)
                .contains("/id", "/effectiveOn", "/level", "/name", "/register");
    }

    @Test
    void a_body_with_endless_faults_is_told_fifty() {
        String body = "{\"owners\": [%s]}".formatted("7,".repeat(499) + "7");

        assertThat(faults("/api/v1/initiatives", body)).hasSize(50);
    }

    @Test
    void what_is_no_json_says_where_it_breaks() {
        assertThat(fault("{\"name\": \"A\",\n \"level\" \"PROJECT\"}").detail())
                .isEqualTo("is not JSON at line 2, column 10");
    }

    private Problem.At fault(String body) {
        return fault("/api/v1/initiatives", body);
    }

    private Problem.At fault(String path, String body) {
        return faults(path, body).getFirst();
    }

    private List<Problem.At> faults(String path, String body) {
        return catchThrowableOfType(Problem.class, () -> read(path, body)).errors();
    }

    private void read(String path, String body) {
        Catalogue.Matched matched = catalogue.at(path).orElseThrow();
        new CommandReader()
                .read(
                        matched.route(),
                        matched.variables(),
                        new JsonText()
                                .object(
                                        body.getBytes(StandardCharsets.UTF_8),
                                        object -> Commands.faults(catalogue, path, object)),
                        LocalDate.of(2026, 1, 1));
    }
}
