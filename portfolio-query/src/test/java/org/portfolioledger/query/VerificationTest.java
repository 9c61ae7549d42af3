package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.board;
import static org.portfolioledger.query.History.businessCase;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.portfolio;
import static org.portfolioledger.query.History.renamed;
import static org.portfolioledger.query.History.versioned;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rows that are not what the facts come to are found, whatever was done to them and at whatever point they hold. */
class VerificationTest {

    private Served served = Served.start();
    private long renamed;
    private long last;

    @BeforeEach
    void record() {
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-01-01"));
        renamed = history.append(renamed("A", "Beta", "2012-01-01"));
        history.append(board("BD", "2011-01-01"));
        history.append(businessCase("BC", "A", "BD", "2011-02-01"));
        history.append(versioned("BC", 1, "4200000.00", "2011-02-02"));
        last = history.correct(renamed, "misspelt", renamed("A", "Better", "2012-06-01"));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void rows_that_nobody_touched_are_what_the_facts_come_to_at_every_point() {
        for (String day :
                new String[] {"2010-12-31", "2011-01-01", "2011-02-02", "2012-01-01", "2012-06-01", "2020-01-01"})
            for (long position = 1; position <= last; position++)
                assertThat(report("?asOf=%s&knownAt=position:%s".formatted(day, position))
                                .path("differing")
                                .asInt())
                        .as("%s at %d", day, position)
                        .isZero();
        assertThat(report("").path("facts").asLong()).isEqualTo(last);
        assertThat(report("").path("rows").asLong()).isEqualTo(5);
    }

    @Test
    void a_row_whose_state_was_changed_is_shown_beside_what_it_should_be() {
        sql(
                "update query.row set state = jsonb_set(state, '{name,value}', '\"Gamma\"') where id = 'A' and upper_inf(known)");

        JsonNode difference = only(report("?asOf=2020-01-01"));
        assertThat(difference.path("kind").asString() + difference.path("id").asString())
                .isEqualTo("initiativeA");
        assertThat(difference.at("/folded/name/value").asString()).isEqualTo("Better");
        assertThat(difference.at("/stored/name/value").asString()).isEqualTo("Gamma");
        assertThat(report("?asOf=2020-01-01&knownAt=position:" + renamed)
                        .path("differing")
                        .asInt())
                .as("as known before")
                .isZero();
    }

    @Test
    void a_row_that_is_gone_and_one_that_nobody_wrote_are_found() {
        sql("delete from query.row where kind = 'businesscase'");
        sql("""
                insert into query.row (kind, id, register, valid, known, state, facts)
                values ('initiative', 'GHOST', 'MPS', '[2011-01-01,)', '[1,)', '{}', '{}')""");

        assertThat(report("?asOf=2020-01-01")
                        .path("differences")
                        .valueStream()
                        .map(difference -> "%s folded %s stored %s"
                                .formatted(
                                        difference.path("id").asString(),
                                        !difference.path("folded").isNull(),
                                        !difference.path("stored").isNull())))
                .containsExactly("BC folded true stored false", "GHOST folded false stored true");
        assertThat(report("?asOf=2020-01-01&kind=board").path("differing").asInt())
                .isZero();
        assertThat(report("?asOf=2020-01-01&kind=businesscase&id=BC")
                        .path("differing")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_correction_that_was_taken_from_the_rows_is_found() {
        sql("delete from query.row where kind = 'correction'");

        assertThat(only(report("?asOf=2020-01-01")).path("id").asString()).isEqualTo(Long.toString(renamed));
        assertThat(only(report("?asOf=2020-01-01&kind=initiative&id=A"))
                        .path("kind")
                        .asString())
                .isEqualTo("correction");
    }

    @Test
    void rows_that_say_two_things_of_one_point_are_found_whenever_they_hold() {
        assertThat(report("").path("overlapping").asInt(-1)).isZero();
        sql("""
                insert into query.row (kind, id, register, valid, known, state, facts)
                select kind, id, register, valid, int8range(lower(known), lower(known) + 1), '{}', '{}'
                from query.row where id = 'A' and upper_inf(known) limit 1""");

        assertThat(report("").path("overlapping").asInt()).isEqualTo(1);
        assertThat(report("?kind=initiative&id=A").path("overlapping").asInt()).isEqualTo(1);
        assertThat(report("?kind=board").path("overlapping").asInt()).isZero();
    }

    @Test
    void a_kind_that_there_is_not_is_refused() {
        assertThat(served.refusal("/api/v1/audit/rows?kind=thing")).isEqualTo("400 malformed-request");
    }

    private JsonNode report(String question) {
        return served.get("/api/v1/audit/rows" + question, last);
    }

    private static JsonNode only(JsonNode report) {
        assertThat(report.path("differing").asInt()).as(report.toString()).isEqualTo(1);
        return report.path("differences").get(0);
    }

    private void sql(String statement) {
        report("");
        JdbcClient.create(served.database().owner()).sql(statement).update();
    }
}
