package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Benefits from their promise to their assessment, told over HTTP. */
class BenefitsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String MONEY = """
            {"year": "%s", "money": {"amount": %s, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"}}""";
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void found() {
        command = HALVES.command();
        last = Council.settle(command);
        query = HALVES.query();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_benefit_is_stated_by_two_sources_one_is_preferred_and_others_assess_it() {
        open("BEN-10", "PG-1");
        state("BEN-10", "Business plan", "2026/27", "-250000", "2026-03-02");
        assertThat(counted("BEN-10", "2026-03-02")).containsExactly("-250000");
        state("BEN-10", "Board paper", "2026/27", "-300000", "2026-03-03");
        assertThat(counted("BEN-10", "2026-03-03")).isEmpty();
        assertThat(alerts("/benefits/BEN-10?asOf=2026-03-03")).contains("BENEFIT_SOURCES_CONTRADICT");
        assertThat(ask("/portfolios/PF/benefits?contradictory=TRUE&asOf=2026-03-03")
                        .at("/items/0/contradictions/0/figures"))
                .extracting(
                        one -> one.get("statedIn").asString(),
                        one -> one.get("number").asInt())
                .containsExactly(tuple("Board paper", -300_000), tuple("Business plan", -250_000));
        assertThat(refused("office", "/benefits/BEN-10/profile-preferences", """
                {"statedIn": "Rumour", "reason": "Newer", "effectiveOn": "2026-03-04"}"""))
                .isEqualTo("source-states-nothing");
        record("office", "/benefits/BEN-10/profile-preferences", """
                {"statedIn": "board paper", "reason": "Newer", "effectiveOn": "2026-03-04"}""");
        assertThat(counted("BEN-10", "2026-03-04")).containsExactly("-300000");
        record("sro1", "/benefits/BEN-10/plannings", """
                {"effectiveOn": "2026-03-05"}""");
        record("sro1", "/benefits/BEN-10/measurements", """
                {"firstDay": "2026-04-01", "lastDay": "2026-06-30", "quantities": [{"number": 1200, "unit": "hours"}],
                 "money": {"amount": -61000.50, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"},
                 "effectiveOn": "2026-07-01"}""");
        JsonNode measured = ask("/benefits/BEN-10?asOf=2026-07-01").at("/measured/0");
        assertThat(measured.get("planned").decimalValue()).isEqualByComparingTo("-300000");
        assertThat(measured.get("measured").decimalValue()).isEqualByComparingTo("-61000.50");
        assertThat(measured.get("gap").decimalValue()).isEqualByComparingTo("-238999.50");
        assertThat(refused("office", "/benefits/BEN-10/assessments", """
                {"outcome": "REALISED", "assessedBy": ["p-sro1"], "effectiveOn": "2026-10-01"}""")).isEqualTo("own-benefit-assessed");
        record("office", "/benefits/BEN-10/assessments", """
                {"outcome": "PARTLY_REALISED", "assessedBy": ["p-secretary"], "reason": "Two depots are open", "effectiveOn": "2026-10-01"}""");
        assertThat(ask("/benefits/BEN-10?asOf=2026-10-01").at("/status/value").asString())
                .isEqualTo("PARTLY_REALISED");
        assertThat(types("/benefits/BEN-10/history"))
                .containsExactly(
                        "benefit-opened",
                        "benefit-profile-stated",
                        "benefit-profile-stated",
                        "benefit-profile-preferred",
                        "benefit-planned",
                        "benefit-measured",
                        "benefit-realisation-assessed");
        assertThat(types("/initiatives/PG-1/history?kind=benefit")).contains("benefit-opened", "benefit-measured");
        assertThat(ask("/initiatives/PG-1/timeline?kind=benefit").get("items")).isNotEmpty();
    }

    @Test
    void a_target_is_shown_with_the_gap() {
        open("BEN-20", "PG-2");
        state("BEN-20", "Gap plan", "2027/28", "-400000.25", "2026-03-02");
        record("office", "/portfolios/PF/savings-figures", """
                {"kind": "TARGET", "statedIn": "Gap plan", "money": [%s], "effectiveOn": "2026-03-02"}""".formatted(MONEY.formatted("2027/28", "-1000000")));
        JsonNode target = ask("/portfolios/PF/benefit-totals?statedIn=gap%20plan&asOf=2026-03-02")
                .at("/targets/0/figures/0");
        assertThat(target.get("target").decimalValue()).isEqualByComparingTo("-1000000");
        assertThat(target.get("counted").decimalValue()).isEqualByComparingTo("-400000.25");
        assertThat(target.get("gap").decimalValue()).isEqualByComparingTo("-599999.75");
        assertThat(ask("/portfolios/PF/benefit-totals?asOf=2026-03-01").get("targets"))
                .isEmpty();
    }

    @Test
    void a_slip_delays_a_benefit_from_the_day_after_its_year_begins_and_a_board_sees_it_with_its_links() {
        record("office", "/initiatives/PG-2/milestones", """
                {"id": "MS-40", "name": "Last depot closed", "kind": "DELIVERY", "forecast": {"date": "2030-03-01"},
                 "effectiveOn": "2026-03-01"}""");
        open("BEN-40", "PG-2");
        state("BEN-40", "Slip plan", "2030/31", "-700000", "2026-03-02");
        assertThat(delayed(31)).doesNotContain("BEN-40");
        assertThat(delayed(32)).contains("BEN-40");
        JsonNode own = ask("/portfolios/PF/status?include=BENEFITS&asOf=2026-03-02")
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals("PG-2"))
                .findFirst()
                .orElseThrow()
                .get("benefits");
        JsonNode list = ask(own.at("/counted/href").asString().substring("/api/v1".length()));
        assertThat(list.get("items")).hasSize(own.at("/counted/count").asInt());
        assertThat(list.get("items").findValuesAsString("id")).contains("BEN-40");
        JsonNode totals = ask("/registers/ACME/benefit-totals?statedIn=slip%20plan&asOf=2026-03-02");
        assertThat(totals.at("/figures/0/number").decimalValue()).isEqualByComparingTo("-700000");
        long fact = totals.at("/figures/0/facts/0").asLong();
        assertThat(ask("/facts/" + fact).at("/fact/type").asString()).isEqualTo("benefit-profile-stated");
    }

    private static List<String> delayed(int days) {
        return ask("/initiatives/PG-2/impact?asOf=2026-03-02&slipDays=" + days)
                .at("/slip/benefits")
                .valueStream()
                .filter(benefit -> benefit.get("breaks").asBoolean())
                .map(benefit -> benefit.get("benefit").asString())
                .toList();
    }

    @Test
    void absurd_years_and_amounts_are_clear_problems_and_nothing_is_kept() {
        open("BEN-30", "PG-1");
        String profile = """
                {"statedIn": "Plan", "money": [%s], "effectiveOn": "2026-03-02"}""";
        for (String year : List.of("2013/15", "2013/2014", "2013", "1899/00", "9999/00", "13 months")) {
            Caller.Reply reply =
                    command.post("office", "/benefits/BEN-30/profiles", profile.formatted(MONEY.formatted(year, "-1")));
            assertThat(reply.status()).as(year).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/money/0/year");
            assertThat(reply.json().at("/errors/0/detail").asString()).contains("two years that follow each other");
        }
        for (String amount : List.of("1e400", "-1e400", "\"one\"", "null"))
            assertThat(command.post(
                                    "office",
                                    "/benefits/BEN-30/profiles",
                                    profile.formatted(MONEY.formatted("2026/27", amount)))
                            .status())
                    .as(amount)
                    .isEqualTo(400);
        assertThat(refused(
                        "office", "/benefits/BEN-30/profiles", profile.formatted(MONEY.formatted("2026/27", "-0.001"))))
                .isEqualTo("amount-below-unit");
        assertThat(refused(
                        "office",
                        "/benefits/BEN-30/profiles",
                        profile.formatted(MONEY.formatted("2026/27", "-1") + "," + MONEY.formatted("2026/27", "-2"))))
                .isEqualTo("figure-stated-twice");
        assertThat(command.post("office", "/benefits/BEN-30/profiles", """
                        {"statedIn": "%s", "money": [], "effectiveOn": "2026-03-02"}""".formatted("x".repeat(1_000_000)))
                        .status())
                .isIn(400, 413);
        assertThat(types("/benefits/BEN-30/history")).containsExactly("benefit-opened");
    }

    private static void open(String id, String initiative) {
        record("office", "/benefits", """
                {"id": "%s", "register": "ACME", "title": "Lower cost of repairs", "benefitClass": "CASHABLE",
                 "subject": {"initiative": "%s"}, "owner": {"person": "p-sro1"}, "effectiveOn": "2026-03-01"}""".formatted(id, initiative));
    }

    private static void state(String id, String source, String year, String amount, String day) {
        record("office", "/benefits/" + id + "/profiles", """
                {"statedIn": "%s", "money": [%s], "effectiveOn": "%s"}""".formatted(source, MONEY.formatted(year, amount), day));
    }

    private static List<String> counted(String id, String day) {
        return ask("/benefits/" + id + "?asOf=" + day)
                .get("counted")
                .valueStream()
                .map(figure -> figure.get("number").decimalValue().toPlainString())
                .toList();
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
