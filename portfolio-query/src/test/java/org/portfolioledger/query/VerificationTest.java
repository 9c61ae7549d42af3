package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rows that are not what the facts make are found, whatever was done to them, at whatever day and position they hold. */
class VerificationTest {

    private static Served served;
    private static JdbcClient owner;
    private static long renamed;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        owner = JdbcClient.create(served.database().owner());
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-01-01"));
        renamed = history.append(renamed("A", "Beta", "2012-01-01"));
        history.append(board("BD", "2011-01-01"));
        history.append(businessCase("BC", "A", "BD", "2011-02-01"));
        history.append(versioned("BC", 1, "4200000.00", "2011-02-02"));
        last = history.correct(renamed, "misspelt", renamed("A", "Better", "2012-06-01"));
        served.get("/api/v1/portfolios", last);
        owner.sql("create table whole as select %s from query.row".formatted(stored()))
                .update();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @AfterEach
    void restore() {
        owner.sql("delete from query.row").update();
        owner.sql("insert into query.row (%1$s) select %1$s from whole".formatted(stored()))
                .update();
    }

    @Test
    void rows_that_nobody_touched_are_what_the_facts_make() {
        JsonNode report = report("{}");
        assertThat(report.path("differing").asInt()).as(report.toString()).isZero();
        assertThat(report.path("done").asLong()).isEqualTo(last);
        assertThat(report.path("total").asLong()).isEqualTo(last);
        assertThat(report.path("rows").asLong())
                .isEqualTo(owner.sql("select count(*) from query.row")
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_change_for_any_day_and_any_position_is_found() {
        for (int row = 0; row < count(); row++) {
            sql("update query.row_1 set state = jsonb_set(state, '{forged}', '1') where ctid = "
                    + "(select ctid from query.row_1 order by kind, id, known, valid offset " + row + " limit 1)");
            JsonNode difference = only(report("{}"));
            assertThat(difference.at("/stored/state/forged").asInt()).isEqualTo(1);
            assertThat(difference.at("/folded/state").has("forged")).isFalse();
            assertThat(difference.path("valid").asString()).isNotEmpty();
            assertThat(difference.path("known").asString()).isNotEmpty();
            restore();
        }
    }

    /** Another value of each type that a column has. */
    private static final Map<String, String> OTHER = Map.of(
            "text", "'X'",
            "_text", "'{board-X}'",
            "daterange", "daterange('1999-01-01', null)",
            "int8range", "int8range(lower(known), lower(known) + 1)",
            "jsonb", "'{\"forged\": 1}'",
            "_int8", "'{77}'");

    /** What tells rows apart: with another value of it a row is one that nobody recorded, and another is gone. */
    private static final Set<String> KEY = Set.of("kind", "id", "valid", "known");

    @Test
    void a_change_in_any_column_is_found_and_named() {
        List<String> columns = columns();
        assertThat(columns).hasSizeGreaterThan(KEY.size()).containsAll(KEY);
        for (String column : columns) {
            String type = type(column);
            assertThat(OTHER).as("types of columns").containsKey(type);
            sql("update query.row_1 set %s = %s where kind = 'board'".formatted(column, OTHER.get(type)));
            JsonNode report = report("{}");
            assertThat(report.path("differing").asInt()).as(column).isPositive();
            if (!KEY.contains(column)) assertThat(differing(only(report))).containsExactly(column);
            restore();
        }
    }

    private static String stored() {
        return String.join(", ", columns());
    }

    /** Those that are stored as they were written; the others follow from them. */
    private static List<String> columns() {
        return owner.sql(
                        "select column_name from information_schema.columns"
                                + " where table_schema = 'query' and table_name = 'row_1' and is_generated = 'NEVER' order by 1")
                .query(String.class)
                .list();
    }

    private static String type(String column) {
        return owner.sql("select udt_name from information_schema.columns"
                        + " where table_schema = 'query' and table_name = 'row_1' and column_name = ?")
                .param(column)
                .query(String.class)
                .single();
    }

    /** The members in which the stored row is not the folded one. */
    private static List<String> differing(JsonNode difference) {
        JsonNode stored = difference.path("stored");
        JsonNode folded = difference.path("folded");
        assertThat(stored.propertyNames()).containsExactlyInAnyOrderElementsOf(folded.propertyNames());
        return stored.propertyNames().stream()
                .filter(name -> !stored.path(name).equals(folded.path(name)))
                .toList();
    }

    @Test
    void a_row_that_is_gone_and_one_that_nobody_recorded_are_found() {
        sql("delete from query.row where kind = 'business-case' and upper_inf(known)");
        sql("""
                insert into query.row (kind, id, register, valid, known, state, facts)
                values ('initiative', 'GHOST', 'MPS', '[2011-01-01,)', '[1,)', '{}', '{}')""");

        assertThat(report("{}")
                        .path("differences")
                        .valueStream()
                        .map(difference -> "%s folded %s stored %s"
                                .formatted(
                                        difference.path("id").asString(),
                                        difference.path("folded").isObject(),
                                        difference.path("stored").isObject()))
                        .distinct())
                .containsExactly("BC folded true stored false", "GHOST folded false stored true");
        assertThat(report("{\"kind\": \"board\"}").path("differing").asInt()).isZero();
        assertThat(report("{\"register\": \"MPS\"}").path("total").asInt()).isPositive();
        assertThat(report("{\"kind\": \"business-case\", \"id\": \"BC\"}")
                        .path("differing")
                        .asInt())
                .isPositive();
    }

    @Test
    void a_correction_that_was_taken_from_the_rows_is_found_with_its_entity() {
        sql("delete from query.row where kind = 'correction'");

        assertThat(only(report("{}")).path("id").asString()).isEqualTo(Long.toString(renamed));
        assertThat(only(report("{\"kind\": \"initiative\", \"id\": \"A\"}"))
                        .path("kind")
                        .asString())
                .isEqualTo("correction");
    }

    @Test
    void two_rows_at_one_place_are_found() {
        sql(
                "insert into query.row (%1$s) select %1$s from query.row where kind = 'initiative' and not upper_inf(known) limit 1"
                        .formatted(stored()));
        assertThat(only(report("{}")).path("id").asString()).isEqualTo("A");
    }

    @Test
    void what_cannot_be_verified_is_refused() {
        assertThat(begin("{\"kind\": \"thing\"}").statusCode()).isEqualTo(400);
        assertThat(begin("{\"knd\": \"board\"}").statusCode()).isEqualTo(400);
        assertThat(begin("[").statusCode()).isEqualTo(400);
        assertThat(served.refusal("/api/v1/audit/row-verifications/999")).isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/audit/row-verifications/x")).isEqualTo("404 not-found");
    }

    @Test
    void one_that_has_ended_is_not_cancelled_any_more_and_is_remembered() {
        JsonNode report = report("{}");
        String path = "/api/v1/audit/row-verifications/" + report.path("number").asInt();
        assertThat(served.operate(path + "/cancellations", "").statusCode()).isEqualTo(200);
        assertThat(served.get(path)).isEqualTo(report);
        assertThat(served.get("/api/v1/audit/row-verifications").at("/items/0")).isEqualTo(report);
    }

    private static HttpResponse<byte[]> begin(String body) {
        return served.operate("/api/v1/audit/row-verifications", body);
    }

    /** What a verification found, once it is done. */
    private static JsonNode report(String body) {
        HttpResponse<byte[]> begun = begin(body);
        assertThat(begun.statusCode())
                .as(FactSerializer.mapper().readTree(begun.body()).toString())
                .isEqualTo(202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !served.get(location).path("state").asString().equals("RUNNING"));
        JsonNode report = served.get(location);
        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("DONE");
        return report;
    }

    private static JsonNode only(JsonNode report) {
        assertThat(report.path("differing").asInt()).as(report.toString()).isEqualTo(1);
        return report.path("differences").get(0);
    }

    private static int count() {
        return owner.sql("select count(*) from query.row").query(Integer.class).single();
    }

    private static void sql(String statement) {
        owner.sql(statement).update();
    }
}
