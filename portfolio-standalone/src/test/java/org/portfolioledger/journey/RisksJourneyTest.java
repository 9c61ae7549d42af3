package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Risks from their raising to their closure, told over HTTP. */
class RisksJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void found() {
        command = HALVES.command();
        last = Council.settle(command);
        query = HALVES.query();
        record("office", "/portfolios/PF/risk-schemes", """
                {"scheme": "ACME_RISKS", "criticalFrom": 15, "effectiveOn": "2026-03-01",
                 "probabilities": ["rare", "unlikely", "possible", "likely", "almost certain"],
                 "impacts": ["minimal", "minor", "moderate", "major", "extreme"]}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_risk_is_escalated_admitted_by_others_happens_and_is_closed() {
        raise("R-10", "PG-1");
        record("sro1", "/risks/R-10/scores", """
                {"score": "INHERENT", "probability": 5, "impact": 4, "scheme": "ACME_RISKS", "effectiveOn": "2026-03-02"}""");
        record("sro1", "/risks/R-10/scores", """
                {"score": "RESIDUAL", "probability": 3, "impact": 4, "scheme": "ACME_RISKS", "effectiveOn": "2026-03-02"}""");
        record("sro1", "/risks/R-10/responses", """
                {"response": "REDUCE", "description": "Agree terms with a second lender", "effectiveOn": "2026-03-03"}""");
        record("sro1", "/actions", """
                {"id": "ACT-10", "register": "ACME", "subject": "Meet the lender", "owner": {"person": "p-sro1"}, "dueOn": "2026-03-31",
                 "initiative": "PG-1", "risk": "R-10", "effectiveOn": "2026-03-03"}""");
        assertThat(refused("sro1", "/risks/R-10/escalations", """
                {"level": "PORTFOLIO", "reason": "Three programmes share it", "effectiveOn": "2026-03-10"}""")).isEqualTo("level-without-gatekeeper");
        record("sro1", "/risks/R-10/escalations", """
                {"level": "PORTFOLIO", "reason": "Three programmes share it", "gatekeeper": {"board": "BD-PROG"},
                 "escalatedBy": "p-sro1", "effectiveOn": "2026-03-10"}""");
        assertThat(text("/risks/R-10?asOf=2026-03-14", "/level/value")).isEqualTo("PROGRAMME");
        assertThat(alerts("/risks/R-10?asOf=2026-03-14")).contains("RISK_WAITS_FOR_GATEKEEPER");
        assertThat(refused("secretary", "/risks/R-10/admissions", """
                {"outcome": "ADMITTED", "decidedBy": ["p-sro1"], "effectiveOn": "2026-03-15"}""")).isEqualTo("self-admission");
        record("secretary", "/risks/R-10/admissions", """
                {"outcome": "ADMITTED", "decidedBy": ["p-secretary"], "effectiveOn": "2026-03-15"}""");
        assertThat(text("/risks/R-10?asOf=2026-03-15", "/level/value")).isEqualTo("PORTFOLIO");
        assertThat(text("/risks/R-10?asOf=2026-03-15", "/status/value")).isEqualTo("ESCALATED");
        assertThat(alerts("/risks/R-10?asOf=2026-04-01")).contains("RISK_ACTION_OVERDUE");
        record("sro1", "/risks/R-10/materialisations", """
                {"description": "The lender withdrew", "effectiveOn": "2026-04-10"}""");
        record("office", "/risks/R-10/de-escalations", """
                {"level": "PROGRAMME", "reason": "One programme is left", "effectiveOn": "2026-04-20"}""");
        record("sro1", "/risks/R-10/closures", """
                {"reason": "Another lender took over", "effectiveOn": "2026-05-01"}""");
        assertThat(refused("sro1", "/risks/R-10/reviews", """
                {"summary": "No change", "effectiveOn": "2026-05-02"}""")).isEqualTo("risk-closed-already");
        assertThat(types("/risks/R-10/history"))
                .containsExactly(
                        "risk-raised",
                        "risk-scored",
                        "risk-scored",
                        "risk-response-chosen",
                        "risk-escalated",
                        "risk-admission-decided",
                        "risk-materialised",
                        "risk-deescalated",
                        "risk-closed");
        assertThat(types("/initiatives/PG-1/history?kind=risk")).contains("risk-raised", "risk-closed");
    }

    @Test
    void the_same_risk_in_two_registers_counts_once() {
        raise("R-20", "PG-1");
        raise("R-21", "PG-2");
        for (String risk : List.of("R-20", "R-21")) record("office", "/risks/" + risk + "/scores", """
                    {"score": "TARGET", "probability": 2, "impact": 3, "scheme": "ACME_RISKS", "effectiveOn": "2026-03-02"}""");
        String map = "/portfolios/PF/risk-heat-map?score=TARGET&asOf=";
        assertThat(ask(map + "2026-03-02").at("/maps/0/cells/0/count").asInt()).isEqualTo(2);
        record("office", "/risks/R-20/links", """
                {"link": "SAME_AS", "otherRisk": "R-21", "effectiveOn": "2026-03-05"}""");
        assertThat(ask(map + "2026-03-05").at("/maps/0/cells/0/count").asInt()).isEqualTo(1);
        assertThat(text(map + "2026-03-05", "/maps/0/cells/0/risks/0/sameAs/0")).isEqualTo("R-21");
        String now = "@position:" + last;
        JsonNode moved =
                ask("/portfolios/PF/risk-movements?score=TARGET&from=2026-03-04" + now + "&to=2026-03-05" + now);
        assertThat(moved.at("/items/0/move").asString()).isEqualTo("COUNTED_AS_ANOTHER");
        assertThat(moved.at("/items/0/countedAs").asString()).isEqualTo("R-20");
        assertThat(moved.get("items")).hasSize(1);
    }

    @Test
    void a_board_sees_the_highest_risk_and_what_changed_since_it_met() {
        raise("R-40", "PG-1");
        long before = last;
        record("office", "/risks/R-40/scores", """
                {"score": "RESIDUAL", "probability": 5, "impact": 5, "scheme": "ACME_RISKS", "effectiveOn": "2026-03-04"}""");
        String pg1 = "/portfolios/PF/status?include=RISKS,TOTALS&asOf=2026-03-04";
        JsonNode one = ask(pg1).get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals("PG-1"))
                .findFirst()
                .orElseThrow();
        assertThat(one.at("/risks/0/risk").asString()).isEqualTo("R-40");
        assertThat(one.at("/risks/0/score/value/critical").asBoolean()).isTrue();
        assertThat(one.at("/risks/0/score/fact").asLong()).isPositive();
        assertThat(ask(pg1 + "&knownAt=position:" + before).get("items").findValuesAsString("risk"))
                .doesNotContain("R-40");
        JsonNode changes = ask("/portfolios/PF/changes?kind=risk&from=2026-03-04@position:" + before
                + "&to=2026-03-04@position:" + last);
        assertThat(changes.at("/items/0/id").asString()).isEqualTo("R-40");
        assertThat(changes.at("/items/0/facts/0").asLong()).isEqualTo(last);
        JsonNode series = ask("/portfolios/PF/status/series?from=2026-03-01&to=2026-03-31&known=NOW");
        assertThat(series.get("items")).hasSize(1);
        assertThat(series.at("/items/0/figures/totals/risks/0/count").asInt()).isPositive();
        assertThat(ask("/alerts").get("items").findValuesAsString("alert")).contains("MILESTONE_SLIPPED");
        assertThat(query.get("reader", "/portfolios/PF/status?include=EVERYTHING")
                        .problem())
                .isEqualTo("malformed-request");
    }

    @Test
    void a_scheme_that_replaced_another_is_counted_alone_from_that_day_on() {
        for (int version = 1; version <= 2; version++)
            record("office", "/portfolios/PF/risk-schemes", """
                    {"scheme": "COUNCIL", "criticalFrom": 12, "effectiveOn": "2026-05-01",
                     "probabilities": ["rare", "unlikely", "possible", "likely", "almost certain"],
                     "impacts": ["minimal", "minor", "moderate", "major", "extreme %s"]}""".formatted(version));
        raise("R-50", "PG-1");
        record("office", "/risks/R-50/scores", """
                {"score": "INHERENT", "probability": 1, "impact": 2, "scheme": "COUNCIL", "schemeVersion": 1, "effectiveOn": "2026-05-04"}""");
        record("office", "/portfolios/PF/risk-schemes/council/replacements", """
                {"by": "council", "version": 2, "effectiveOn": "2026-06-01"}""");
        String map = "/portfolios/PF/risk-heat-map?score=INHERENT&asOf=";
        assertThat(ask(map + "2026-05-31").get("maps").findValuesAsString("risk"))
                .contains("R-50");
        assertThat(ask(map + "2026-06-01").get("maps").findValuesAsString("risk"))
                .doesNotContain("R-50");
        assertThat(ask(map + "2026-06-01").get("history").findValuesAsString("risk"))
                .containsExactly("R-50");
        assertThat(refused("office", "/risks/R-50/scores", """
                {"score": "INHERENT", "probability": 1, "impact": 2, "scheme": "COUNCIL", "schemeVersion": 1, "effectiveOn": "2026-06-01"}""")).isEqualTo("scored-by-replaced-scheme");
        assertThat(refused("office", "/portfolios/PF/risk-schemes/COUNCIL/replacements", """
                {"by": "COUNCIL", "version": 2, "effectiveOn": "2026-07-01"}"""))
                .isEqualTo("scheme-replaced-already");
    }

    @Test
    void absurd_numbers_and_texts_are_clear_problems_and_nothing_is_kept() {
        raise("R-30", "PG-1");
        String score = """
                {"score": "RESIDUAL", "probability": %s, "impact": 5, "scheme": "ACME_RISKS", "rationale": "%s", "effectiveOn": "2026-03-02"}""";
        for (String number : List.of("0", "6", "-1", "2147483647"))
            assertThat(refused("office", "/risks/R-30/scores", score.formatted(number, "x")))
                    .isEqualTo("score-out-of-range");
        for (String number : List.of("1e400", "2.5", "\"three\"", "null", "2147483648"))
            assertThat(command.post("office", "/risks/R-30/scores", score.formatted(number, "x"))
                            .status())
                    .as(number)
                    .isEqualTo(400);
        Caller.Reply long1 = command.post("office", "/risks/R-30/scores", score.formatted("3", "x".repeat(1_000_000)));
        assertThat(long1.status()).as(long1.text()).isIn(400, 413);
        assertThat(refused("office", "/risks/R-30/links", """
                {"link": "SAME_AS", "otherRisk": "R-30", "effectiveOn": "2026-03-02"}""")).isEqualTo("linked-to-itself");
        assertThat(types("/risks/R-30/history")).containsExactly("risk-raised");
    }

    private static void raise(String id, String initiative) {
        record("office", "/risks", """
                {"id": "%s", "register": "ACME", "kind": "RISK", "title": "The lender may withdraw", "level": "PROGRAMME",
                 "subject": {"initiative": "%s"}, "owner": {"person": "p-sro1"}, "effectiveOn": "2026-03-01"}""".formatted(id, initiative));
    }

    private static void record(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        last = reply.position();
    }

    private static String refused(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        return reply.json().path("type").asString().substring("/problems/".length());
    }

    private static JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String text(String path, String pointer) {
        return ask(path).at(pointer).asString();
    }

    private static List<String> alerts(String path) {
        return ask(path).get("alerts").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> types(String path) {
        return ask(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("type").asString())
                .toList();
    }
}
