package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the right of a role reaches: to own initiatives, to registers that migrate, to what one needs to see. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnInitiativesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String RATINGS = "/initiatives/PG/rag-assessments";
    private static final String NOT_OWN = "403not-own-initiative";

    private static Caller command;
    private static Caller query;
    private static Reply first;

    @BeforeAll
    static void settle() {
        TestIssuer.shared().knows("deputy", "p-sro1", "SRO");
        command = HALVES.command();
        query = HALVES.query();
        JdbcClient.create(HALVES.database().owner())
                .sql("update directory.person set contact = 'sro1@council.example' where id = 'p-sro1'")
                .update();
        recorded("/registers", Bodies.register("ACME"));
        recorded("/portfolios", Bodies.portfolio("PF", "ACME"));
        recorded("/portfolios/PF/rating-schemes", Bodies.scheme());
        recorded("/initiatives", Bodies.initiative("PG", "Homes", "PF"));
        recorded("/initiatives/PG/appointments", Bodies.sro("SRO-1", "p-sro1", "2020-02-01"));
        first = command.post(
                "sro1", RATINGS, Bodies.rating("AMBER", "2020-02-01"), "Idempotency-Key", "the-first-rating");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static Reply recorded(String path, String body) {
        Reply reply = command.record(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private static String rated(String user, String day) {
        Reply reply =
                command.post(user, RATINGS, Bodies.rating("GREEN", day).replace("As reported", "As seen by " + user));
        return reply.status() + reply.problem();
    }

    @Test
    @Order(1)
    void the_sro_rates_from_the_first_day_with_any_account() {
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(rated("deputy", "2020-02-02")).isEqualTo("201");
        assertThat(rated("sro1", "2020-01-31")).isEqualTo(NOT_OWN);
        assertThat(query.getAfter(first.position(), "/facts/" + first.position())
                        .json()
                        .at("/fact/basis")
                        .toString())
                .as("the appointment is part of the basis")
                .contains("appointments-PG");
    }

    @Test
    @Order(1)
    void a_refusal_names_the_initiative_the_days_and_who_may() {
        Reply refused = command.post("sro1", RATINGS, Bodies.rating("RED", "2020-01-31"));
        assertThat(refused.status() + refused.problem()).isEqualTo(NOT_OWN);
        assertThat(refused.json().path("detail").asString()).contains("PG", "2020-01-31", "PORTFOLIO_OFFICE");
        Reply ofAnother = command.post("sro2", RATINGS, Bodies.rating("RED", "2020-02-05"));
        assertThat(ofAnother.status() + ofAnother.problem()).isEqualTo(NOT_OWN);
        assertThat(ofAnother.json().path("detail").asString()).contains("initiative PG");
        Reply secretary = command.post("secretary", RATINGS, Bodies.rating("RED", "2020-02-05"));
        assertThat(secretary.status() + secretary.problem()).isEqualTo("403not-allowed");
        assertThat(secretary.json().path("detail").asString()).contains("PORTFOLIO_OFFICE", "SRO");
    }

    @Test
    @Order(1)
    void what_is_nowhere_is_nobodys_and_a_body_of_others_is_not_read() {
        assertThat(command.post("sro1", "/initiatives/PG-9/rag-assessments", Bodies.rating("RED", "2020-02-05"))
                        .problem())
                .isEqualTo("not-own-initiative");
        assertThat(command.post("office", "/initiatives/PG-9/rag-assessments", Bodies.rating("RED", "2020-02-05"))
                        .problem())
                .isEqualTo("not-found");
        assertThat(command.post("sro1", "/initiatives/PG/nothing", "{}").problem())
                .isEqualTo("not-found");
        assertThat(command.post("sro1", "/boards", "{").problem()).isEqualTo("not-allowed");
        assertThat(command.post("", "/boards", "{").problem()).isEqualTo("not-authenticated");
    }

    @Test
    @Order(1)
    void every_line_of_an_import_is_judged_by_the_rights_of_its_own_command() {
        String lines = Bodies.line("mine", RATINGS, Bodies.rating("RED", "2020-03-01"))
                + Bodies.line("before", RATINGS, Bodies.rating("RED", "2020-01-31"))
                + Bodies.line("board", "/boards", Bodies.board("BD", 1_000));
        Reply report = command.imports("sro1", lines, "?onError=skip");
        assertThat(report.json().path("recorded").asInt()).as(report.text()).isEqualTo(1);
        assertThat(report.json().at("/refusals/0/problem/type").asString()).isEqualTo("/problems/not-own-initiative");
        assertThat(report.json().at("/refusals/1/problem/type").asString()).isEqualTo("/problems/not-allowed");
    }

    @Test
    @Order(2)
    void a_past_sro_loses_the_right_and_a_repeated_key_is_answered_as_before() {
        recorded(
                "/initiatives/PG/appointments",
                Bodies.sro("SRO-2", "p-sro2", "2020-09-01")
                        .replace("\"appointmentLetter\"", "\"replaces\": \"SRO-1\", \"appointmentLetter\""));
        for (String user : List.of("sro1", "deputy")) {
            assertThat(rated(user, "2020-03-02")).as(user).isEqualTo(NOT_OWN);
            assertThat(rated(user, "2020-09-01")).as(user).isEqualTo(NOT_OWN);
        }
        assertThat(rated("sro2", "2020-08-31")).isEqualTo(NOT_OWN);
        assertThat(rated("sro2", "2020-09-01")).isEqualTo("201");
        String correction = "{\"fact\": %s, \"reason\": \"Misread\"}".formatted(first.position());
        assertThat(command.post("sro1", "/corrections", correction).problem()).isEqualTo("not-own-initiative");

        Reply again = command.post(
                "sro1", RATINGS, Bodies.rating("AMBER", "2020-02-01"), "Idempotency-Key", "the-first-rating");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    @Order(2)
    void a_migrator_writes_into_no_live_register_and_opens_none() {
        Reply renamed = command.post("migrator", "/initiatives/PG/renames", Bodies.rename("Other", "2020-05-01"));
        assertThat(renamed.status() + renamed.problem()).isEqualTo("403register-not-migrating");
        assertThat(command.post("migrator", "/registers", Bodies.register("LIVE"))
                        .problem())
                .isEqualTo("register-not-migrating");
        assertThat(command.post("migrator", "/registers", Bodies.known("2011-01-01", Bodies.register("OLD")))
                        .status())
                .isEqualTo(201);
        assertThat(command.post("migrator", "/registers/OLD/going-live", "{}").status())
                .isEqualTo(201);
        assertThat(command.post("migrator", "/registers/OLD/going-live", "{}").problem())
                .isEqualTo("register-not-migrating");
    }

    @ParameterizedTest
    @CsvSource({
        "office, true",
        "secretary, true",
        "migrator, true",
        "sro1, true",
        "sro2, false",
        "assurance, false",
        "reader, false",
        "operator, false",
        "office-of-one, false"
    })
    @Order(3)
    void contacts_are_seen_by_who_needs_them_and_by_the_person(String user, boolean seen) {
        TestIssuer.shared().knows("office-of-one", "p-office", "PORTFOLIO_OFFICE@portfolio-PF");
        assertThat(command.post("office", "/people", """
                {"id": "p-known", "name": "Kim Known", "contact": "kim@council.example"}""").status()).isIn(200, 201);
        boolean ofOthers = seen && !user.equals("sro1");
        assertThat(query.get(user, "/people").text().contains("kim@council.example"))
                .isEqualTo(ofOthers);
        assertThat(query.get(user, "/people/p-known").text().contains("kim@council.example"))
                .isEqualTo(ofOthers);
        assertThat(query.get(user, "/people/p-known").text()).contains("Kim Known");
        boolean own = query.get(user, "/people/p-sro1").text().contains("sro1@council.example");
        assertThat(own).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "secretary", "sro1", "migrator", "reader"})
    @Order(3)
    void rows_are_compared_for_operator_and_assurance_only(String other) {
        for (String path : List.of("/audit/row-verifications", "/audit/row-verifications/1/cancellations"))
            assertThat(query.post(other, path, "{}").problem()).as(path).isEqualTo("not-allowed");
        assertThat(query.post("assurance", "/audit/row-verifications", "{}").status())
                .isIn(202, 503);
        assertThat(query.post("operator", "/audit/row-verifications/1/cancellations", "")
                        .status())
                .isEqualTo(200);
    }
}
