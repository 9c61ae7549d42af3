package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.Families;
import org.portfolioledger.http.Problem;

/** What cannot be read is told in the office's words, with what would be. */
class JsonFaultsTest {

    private final Catalogue catalogue =
            new Catalogue(Families.ALL.stream().map(Families::posts).toList());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"level": "PROJEKT"} | /level | is no value of PROGRAMME, PROJECT, WORKSTREAM, WORK_PACKAGE
            {"level": 1} | /level | is no value of PROGRAMME, PROJECT, WORKSTREAM, WORK_PACKAGE
            {"effectiveOn": "2026-02-30"} | /effectiveOn | is no date: write 2011-06-13
            {"effectiveOn": 20260101} | /effectiveOn | is no date: write 2011-06-13
            {"effectiveOn": [2026, 1, 1]} | /effectiveOn | is no date: write 2011-06-13
            {"provenance": {"effectiveOn": "2026-01-01"}} | /provenance | is not known here
            {"initiative": "PG"} | /initiative | is not known here
            {"id": ".."} | /id | is not 1 to 64
            {"id": "graph"} | /id | is not 1 to 64
            {"datePrecision": "WEEK"} | /datePrecision | is no value of DAY, MONTH, QUARTER, HALF_YEAR, YEAR
            {"placement": "PF"} | /placement | is no object that says all that is needed
            {"placement": {"portfolio": ["PF"]}} | /placement/portfolio | is no text
            {"owners": "Territorial"} | /owners | is no array
            {"name": 7} | /name | is no text
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

    @Test
    void what_is_no_json_says_where_it_breaks() {
        assertThat(fault("{\"name\": \"A\",\n \"level\" \"PROJECT\"}").detail())
                .isEqualTo("is no JSON at line 2, column 10");
    }

    private Problem.At fault(String body) {
        return fault("/api/v1/initiatives", body);
    }

    private Problem.At fault(String path, String body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(path, body));
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().getFirst();
    }

    private void read(String path, String body) {
        Catalogue.Matched matched = catalogue.at(path).orElseThrow();
        new CommandReader()
                .read(
                        matched.post(),
                        matched.variables(),
                        new JsonText().object(body.getBytes(StandardCharsets.UTF_8)),
                        LocalDate.of(2026, 1, 1));
    }
}
