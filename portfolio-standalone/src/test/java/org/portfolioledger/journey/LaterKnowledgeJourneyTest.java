package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded later for an earlier day is taken, and shown on everything that rests on what held before. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LaterKnowledgeJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String SUPERSEDED = "RESTS_ON_SUPERSEDED_FACT";
    private static final String CLOSED = "AFTER_CLOSURE";
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        office("/registers", Bodies.register("ACME"));
        office("/portfolios", Bodies.portfolio("PF", "ACME"));
        office("/portfolios/PF/rating-schemes", Bodies.scheme());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_limit_lowered_before_a_decision_that_rests_on_it_alerts_on_the_decision() {
        decided("LIMIT");
        long before = last;
        secretary("/boards/BD-LIMIT/limits", Bodies.limit(1, "2020-02-07"));
        assertThat(decision("LIMIT", last)).doesNotContain(SUPERSEDED);
        secretary("/boards/BD-LIMIT/limits", Bodies.limit(1, "2020-02-06"));
        long lowered = last;
        assertThat(decision("LIMIT", lowered)).contains(SUPERSEDED, "restsOnSuperseded");
        assertThat(decision("LIMIT", before)).doesNotContain(SUPERSEDED);
        assertThat(ask("/boards/BD-LIMIT/decisions")).contains(SUPERSEDED);
        assertThat(ask("/business-cases/BC-LIMIT")).contains(SUPERSEDED);
        assertThat(ask("/initiatives/PG-LIMIT")).contains(SUPERSEDED);
        retract(lowered);
        assertThat(decision("LIMIT", last)).doesNotContain(SUPERSEDED);
    }

    @Test
    void a_remit_changed_before_a_decision_that_rests_on_it_alerts_on_the_decision() {
        decided("REMIT");
        secretary("/boards/BD-REMIT/remits", """
                {"functions": ["advises"], "decisionTypes": ["POLICY"], "effectiveOn": "2020-02-01"}""");
        assertThat(decision("REMIT", last)).contains(SUPERSEDED);
    }

    @Test
    void an_appointment_ended_before_a_decision_that_rests_on_it_alerts_on_the_decision() {
        decided("SRO");
        assertThat(decision("SRO", last)).doesNotContain(SUPERSEDED);
        office("/initiatives/PG-SRO/appointments/SRO/endings", """
                {"reason": "Left", "effectiveOn": "2020-02-02"}""");
        assertThat(decision("SRO", last)).contains(SUPERSEDED);
    }

    @Test
    void a_board_closed_before_a_decision_of_it_alerts_on_the_decision() {
        decided("CLOSED");
        secretary("/boards/BD-CLOSED/closures", """
                {"reason": "Dissolved", "effectiveOn": "2020-02-06"}""");
        assertThat(decision("CLOSED", last)).contains(CLOSED);
        assertThat(ask("/boards/BD-CLOSED/decisions")).contains(CLOSED);
    }

    @Test
    void a_closure_before_what_rests_on_the_initiative_alerts_on_all_of_it() {
        decided("DONE");
        office("/initiatives/PG-DONE/rag-assessments", Bodies.rating("RED", "2020-06-01"));
        office("/initiatives/PG-DONE/closures", """
                {"reason": "Done", "effectiveOn": "2020-02-04"}""");
        assertThat(ask("/initiatives/PG-DONE/rag-assessments")).contains(CLOSED);
        assertThat(ask("/initiatives/PG-DONE/rag-assessments/OVERALL:SRO")).contains(CLOSED);
        assertThat(decision("DONE", last)).contains(CLOSED);
        assertThat(ask("/initiatives/PG-DONE/appointments")).doesNotContain(CLOSED);
        assertThat(ask("/initiatives/PG-DONE")).contains(CLOSED);
    }

    @Test
    void nothing_is_dated_more_than_ten_years_ahead() {
        LocalDate latest = LocalDate.parse(query.getAfter(last, "/registers")
                        .json()
                        .required("asOf")
                        .asString())
                .plusYears(10);
        office("/initiatives", Bodies.initiative("PG-AHEAD", "Ahead", "PF"));
        for (String day : List.of("2099-01-01", latest.plusDays(1).toString())) {
            Caller.Reply refused = command.post("office", "/initiatives/PG-AHEAD/renames", Bodies.rename("Later", day));
            assertThat(refused.problem()).as(refused.text()).isEqualTo("malformed-request");
            assertThat(refused.text()).contains("/effectiveOn", "10 years", latest.toString());
        }
        office("/initiatives/PG-AHEAD/renames", Bodies.rename("Later", latest.toString()));
        Caller.Reply corrected = command.post("office", "/corrections", """
                {"fact": %s, "reason": "Misread", "replacement": {"effectiveOn": "2099-01-01"}}""".formatted(last));
        assertThat(corrected.problem()).isEqualTo("malformed-request");
    }

    @Test
    void nobody_who_was_erased_is_appointed() {
        office("/people", """
                {"id": "p-gone", "name": "Somebody"}""");
        assertThat(command.post("office", "/people/p-gone/erasures", "").status())
                .isEqualTo(200);
        office("/initiatives", Bodies.initiative("PG-ERASED", "Erased", "PF"));
        Caller.Reply refused = command.post(
                "office", "/initiatives/PG-ERASED/appointments", Bodies.sro("SRO", "p-gone", "2020-02-01"));
        assertThat(refused.problem()).as(refused.text()).isEqualTo("person-erased");
    }

    @Test
    void an_owner_that_no_portfolio_names_is_refused_in_one_and_shown_outside() {
        String body = Bodies.initiative("PG-OWN", "Owned", "PF").replaceFirst("\\{", "{\"owners\": [\"NOBODY\"], ");
        Caller.Reply refused = command.post("office", "/initiatives", body);
        assertThat(refused.problem()).as(refused.text()).isEqualTo("unknown-reference");
        office("/initiatives", body.replaceFirst("\"placement\": \\{[^}]*},", ""));
        assertThat(ask("/initiatives/PG-OWN")).contains("OWNER_UNKNOWN");
    }

    /** A board, and a case that it approved on 6 February 2020. */
    private static void decided(String name) {
        secretary("/boards", Bodies.board("BD-" + name, 5_000_000));
        office("/initiatives", Bodies.initiative("PG-" + name, name, "PF"));
        office("/initiatives/PG-%s/appointments".formatted(name), Bodies.sro("SRO", "p-sro2", "2020-01-06"));
        office("/business-cases", Bodies.businessCase("BC-" + name, "PG-" + name, "SOC", "BD-" + name, ""));
        office("/business-cases/BC-%s/versions".formatted(name), Bodies.version(4_000_000));
        office("/business-cases/BC-%s/submissions".formatted(name), Bodies.submission());
        secretary(
                "/business-cases/BC-%s/decisions".formatted(name),
                Bodies.decision("BD-" + name, "APPROVED", "2020-02-06"));
    }

    private static String decision(String name, long knownAt) {
        Caller.Reply reply = query.getAfter(
                last, "/business-cases/BC-%s/decisions?asOf=2020-12-31&knownAt=position:%s".formatted(name, knownAt));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().required("items").toString();
    }

    private static void retract(long fact) {
        take("secretary", "/corrections", """
                {"fact": %s, "reason": "Entered in error"}""".formatted(fact));
    }

    private static String ask(String path) {
        Caller.Reply reply = query.getAfter(last, path + "?asOf=2020-12-31");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.text();
    }

    private static void office(String path, String body) {
        take("office", path, body);
    }

    private static void secretary(String path, String body) {
        take("secretary", path, body);
    }

    private static void take(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isEqualTo(201);
        last = Math.max(last, reply.json().path("position").asLong(0));
    }
}
