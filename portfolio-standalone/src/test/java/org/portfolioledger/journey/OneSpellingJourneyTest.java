package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ids are one whatever their case: taken once, found by every spelling, shown as first written. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OneSpellingJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        last = Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_id_is_taken_in_every_spelling_and_the_refusal_names_the_first() {
        taken("office", "/registers", Bodies.register("acme"), "ACME");
        taken("office", "/portfolios", Bodies.portfolio("pf", "ACME"), "PF");
        taken("office", "/initiatives", Bodies.initiative("pg-1", "Homes", "PF"), "PG-1");
        taken("secretary", "/boards", Bodies.board("bd-inv", 1), "BD-INV");
        taken("office", "/business-cases", Bodies.businessCase("bc-1", "PG-1", "SOC", "BD-PROG", ""), "BC-1");
        taken("office", "/initiatives/PG-1/appointments", Bodies.sro("sro-1", "p-sro2", "2026-03-01"), "sro-1");
        taken("office", "/people", """
                {"id": "P-SRO1", "name": "Another"}""", "p-sro1");
    }

    @Test
    void of_all_who_open_it_at_once_in_different_spellings_one_does_and_the_others_find_it_taken() {
        List<String> spellings = List.of("race-%s", "RACE-%s", "Race-%s", "rAcE-%s");
        for (int round = 0; round < 6; round++) {
            int number = round;
            List<String> told = Together.act(spellings.size(), n -> {
                Caller.Reply reply = command.post(
                        "office",
                        "/initiatives",
                        Bodies.initiative(spellings.get(n).formatted(number), "Homes", "PF"));
                return reply.status() + " " + reply.problem();
            });
            assertThat(told)
                    .containsOnlyOnce("201 ")
                    .filteredOn(each -> !each.equals("201 "))
                    .containsOnly("409 already-exists");
        }
    }

    @Test
    void a_read_finds_it_in_every_spelling_and_shows_the_first() {
        for (String path : List.of(
                "/registers/ACME",
                "/portfolios/PF",
                "/portfolios/PF/status",
                "/portfolios/PF/rating-schemes/RAG:1",
                "/initiatives/PG-1",
                "/initiatives/PG-1/appointments/SRO-1",
                "/initiatives/PG-1/rag-assessments/OVERALL:SRO",
                "/initiatives/PG-1/milestones/HANDOVER",
                "/initiatives/PG-1/timeline",
                "/initiatives/PG-1/history",
                "/boards/BD-INV/history",
                "/boards/BD-INV/decisions/D-1",
                "/business-cases/BC-1/versions",
                "/dependencies/DEP-1",
                "/vacancy-requests/VAC-1",
                "/delivery-plans/PLAN-1/items/IT-1",
                "/contracts/CON-1",
                "/outside-decisions/OD-1",
                "/workforce-controls/WC-1",
                "/benefits/BEN-1",
                "/benefits?initiative=PG-1",
                "/measures/ME-1",
                "/measures?initiative=PG-1",
                "/budgets/BU-1",
                "/budgets?initiative=PG-1",
                "/mappings/MAP-1",
                "/protective-markings/PM-1",
                "/protective-markings?entity=risk-R-1",
                "/risks/R-1",
                "/risks?initiative=PG-1",
                "/reporting-cycles/RC-1",
                "/reporting-cycles/RC-1/submissions",
                "/reporting-cycles?board=BD-INV",
                "/equality-assessments?initiative=PG-1",
                "/initiatives?register=ACME&portfolio=PF",
                "/initiatives?owner=HR",
                "/portfolios/PF/rag-assessments?criterion=OVERALL",
                "/initiatives/PG-1/rag-assessments?criterion=OVERALL",
                "/people/p-sro1")) {
            String wanted = query.getAfter(last, path).text();
            String asked = path.contains("?")
                    ? path.substring(0, path.indexOf('?'))
                            + path.substring(path.indexOf('?')).toLowerCase(Locale.ROOT)
                    : path.contains("people") ? "/people/P-SRO1" : path.toLowerCase(Locale.ROOT);
            Caller.Reply reply = query.getAfter(last, asked);
            assertThat(reply.status()).as("%s: %s", asked, reply.text()).isEqualTo(200);
            assertThat(reply.json().path("id"))
                    .as(asked)
                    .isEqualTo(query.getAfter(last, path).json().path("id"));
            assertThat(reply.text().length()).as(asked).isEqualTo(wanted.length());
        }
    }

    @Test
    void a_command_names_it_in_every_spelling_and_stores_the_first() {
        Caller.Reply opened = command.post("office", "/initiatives", """
                {"id": "PJ-NEW", "register": "acme", "level": "PROJECT", "name": "Child", "owners": ["hr"],
                 "placement": {"parent": "pg-1"}, "continues": ["Pg-2"], "effectiveOn": "2026-02-01"}""");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String stored = fact(opened);
        assertThat(stored).contains("\"register\":\"ACME\"", "\"parent\":\"PG-1\"", "\"PG-2\"", "\"HR\"");
        Caller.Reply appointed =
                command.post("office", "/initiatives/pj-new/appointments", Bodies.sro("SRO-9", "P-SRO2", "2026-02-01"));
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(appointed.header("Location")).isEqualTo("/api/v1/initiatives/PJ-NEW/appointments/SRO-9");
        assertThat(fact(appointed)).contains("\"initiative\":\"PJ-NEW\"", "\"person\":\"p-sro2\"");
        Caller.Reply ended = command.post("office", "/initiatives/PJ-new/appointments/sro-9/endings", """
                {"reason": "Left", "effectiveOn": "2026-03-01"}""");
        assertThat(ended.status()).as(ended.text()).isEqualTo(201);
        assertThat(fact(ended)).contains("\"appointment\":\"SRO-9\"");
        Caller.Reply rated = command.post("office", "/initiatives/pj-new/rag-assessments", """
                {"scheme": "rag", "criterion": "Overall", "rating": "RED", "assessor": "SRO", "rationale": "Late",
                 "effectiveOn": "2026-02-01"}""");
        assertThat(rated.status()).as(rated.text()).isEqualTo(201);
        assertThat(fact(rated)).contains("\"scheme\":\"RAG\"", "\"criterion\":\"OVERALL\"");
    }

    private static void taken(String user, String path, String body, String first) {
        Caller.Reply refused = command.post(user, path, body);
        assertThat(refused.problem()).as("%s: %s", path, refused.text()).isEqualTo("already-exists");
        assertThat(refused.json().path("errors").toString() + refused.json().path("detail"))
                .contains(first);
    }

    private static String fact(Caller.Reply reply) {
        return query.getAfter(reply.position(), "/facts/" + reply.position()).text();
    }
}
