package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way: command, decision, fact, fold, row, answer. */
class ThreadJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        command.post("office", "/registers", "{\"id\": \"ACME\", \"name\": \"Acme Council\"}");
        command.post(
                "office",
                "/portfolios",
                "{\"id\": \"PF\", \"register\": \"ACME\", \"name\": \"Housing\", \"effectiveOn\": \"2026-01-01\"}");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_programme_is_found_under_its_name_of_the_day_and_of_what_was_known() {
        var opened = command.post("office", "/initiatives", """
                {"id": "PG-1", "register": "ACME", "level": "PROGRAMME", "name": "New homes",
                 "placement": {"portfolio": "PF"}, "effectiveOn": "2026-01-05"}""");
        var renamed = command.post("office", "/initiatives/PG-1/renames", """
                {"name": "Affordable homes", "effectiveOn": "2026-06-01"}""");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo("/api/v1/initiatives/PG-1");
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");

        assertThat(name("asOf=2026-05-31", renamed)).isEqualTo("New homes");
        assertThat(name("asOf=2026-06-01", renamed)).isEqualTo("Affordable homes");
        assertThat(name("asOf=2026-06-01&knownAt=position:" + opened.position(), renamed))
                .isEqualTo("New homes");
    }

    @Test
    void the_status_of_a_portfolio_holds_what_was_open_that_day() {
        command.post("office", "/initiatives", """
                {"id": "PG-2", "register": "ACME", "level": "PROGRAMME", "name": "Roads",
                 "placement": {"portfolio": "PF"}, "effectiveOn": "2026-01-05"}""");
        var closed = command.post("office", "/initiatives/PG-2/closures", """
                {"reason": "Delivered", "effectiveOn": "2026-03-01"}""");
        assertThat(closed.status()).isEqualTo(201);

        assertThat(query.getAfter(closed.position(), "/portfolios/PF/status?asOf=2026-02-28")
                        .text())
                .contains("PG-2");
        assertThat(query.getAfter(closed.position(), "/portfolios/PF/status?asOf=2026-03-01")
                        .text())
                .doesNotContain("PG-2");
    }

    @Test
    void nobody_writes_anonymously_and_assurance_only_reads() {
        String body = "{\"id\": \"X\", \"name\": \"X\"}";
        assertThat(command.post("", "/registers", body).problem()).isEqualTo("not-authenticated");
        assertThat(command.post("assurance", "/registers", body).problem()).isEqualTo("not-allowed");
        assertThat(command.post("reader", "/registers", body).problem()).isEqualTo("not-allowed");
        assertThat(query.get("", "/registers").problem()).isEqualTo("not-authenticated");
    }

    private static String name(String point, Caller.Reply after) {
        return query.getAfter(after.position(), "/initiatives/PG-1?" + point)
                .json()
                .at("/name/value")
                .asString();
    }
}
