package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Milestones told over HTTP: a slip, a re-baseline and the rating that names it; and those of the Met's papers. */
class MilestonesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String MILESTONES = "/initiatives/PG-1/milestones";
    private static final String BASELINES = "/initiatives/PG-1/baselines";
    private static final String LATER = "{\"dates\": [{\"milestone\": \"HANDOVER\", \"date\": \"2027-09-30\"}]%s}";

    private static Caller command;
    private static Caller query;
    private static MetRegister met;
    private static long last;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        last = Council.settle(command);
        met = MetRegister.load(HALVES);
        last = Math.max(last, met.last());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_slip_is_approved_as_a_rebaseline_and_the_reset_names_it() {
        JsonNode slipped = only(MILESTONES + "?asOf=2026-06-01");
        assertThat(slipped.at("/slippage").toString()).isEqualTo("{\"leastDays\":92,\"mostDays\":121}");
        assertThat(slipped.at("/lastChange/value/cause").asString()).isEqualTo("SUPPLIER");
        assertThat(EveryRead.at(slipped, "/alerts/*")).isEqualTo("MILESTONE_SLIPPED");
        assertThat(only(MILESTONES + "?asOf=2026-04-30")
                        .at("/slippage/leastDays")
                        .asInt())
                .isEqualTo(-29);

        long decision = ask("/boards/BD-INV/decisions/D-1?asOf=2026-06-01")
                .required("fact")
                .asLong();
        String why = ", \"reason\": \"The supplier failed\"";
        String day = ", \"effectiveOn\": \"2026-06-01\"";
        assertThat(refused(BASELINES, LATER.formatted(why + day))).isEqualTo("baseline-without-decision");
        assertThat(refused(BASELINES, LATER.formatted(", \"decision\": " + decision + day)))
                .isEqualTo("baseline-without-reason");
        Caller.Reply rebaselined = record(BASELINES, LATER.formatted(why + ", \"decision\": " + decision + day));
        assertThat(rebaselined.header("Location")).isEqualTo("/api/v1" + BASELINES + "/2");
        assertThat(only(MILESTONES + "?asOf=2026-06-01").at("/slippage/days").asInt(-1))
                .isZero();
        assertThat(only(MILESTONES + "?asOf=2026-06-01&baseline=1")
                        .at("/slippage/leastDays")
                        .asInt())
                .as("earlier baselines stay")
                .isEqualTo(92);
        assertThat(ids(BASELINES + "?asOf=2026-06-01")).containsExactly("1", "2");

        long first = ask(BASELINES + "/1?asOf=2026-06-01").required("fact").asLong();
        assertThat(refused("/initiatives/PG-1/rag-assessments", reset(first))).isEqualTo("reset-without-rebaseline");
        record("/initiatives/PG-1/rag-assessments", reset(rebaselined.position()));
        JsonNode rating = ask("/initiatives/PG-1/rag-assessments/OVERALL:SRO?asOf=2026-06-02");
        assertThat(rating.required("rebaselineDecision").asLong()).isEqualTo(rebaselined.position());
        assertThat(EveryRead.at(rating, "/restsOn/*")).contains(Long.toString(rebaselined.position()));

        assertThat(refused(MILESTONES + "/HANDOVER/achievements", "{\"effectiveOn\": \"2031-01-01\"}"))
                .isEqualTo("achieved-in-the-future");
        record(MILESTONES + "/HANDOVER/achievements", "{\"effectiveOn\": \"2026-11-02\"}");
        assertThat(refused(MILESTONES + "/HANDOVER/forecasts", forecast("2027-12-31", "Late again")))
                .isEqualTo("milestone-achieved-already");
        assertThat(only(MILESTONES + "?asOf=2026-11-02").at("/slippage/days").asInt())
                .as("eleven months early")
                .isEqualTo(-332);
        assertThat(ask("/initiatives/PG-1/history?kind=milestones&limit=50").required("items"))
                .extracting(fact -> fact.required("type").asString())
                .containsExactly(
                        "milestone-planned",
                        "baseline-set",
                        "milestone-forecast-changed",
                        "baseline-set",
                        "milestone-achieved");
    }

    @Test
    void absurd_dates_and_texts_are_refused_and_nothing_is_kept() {
        record("/initiatives/PG-2/milestones", "{\"id\": \"M\", \"name\": \"Move\", \"effectiveOn\": \"2026-02-01\"}");
        for (String date : List.of("9999-01-01", "0001-01-01", "2027-13-01", "2027-02-29", "tomorrow")) {
            Caller.Reply reply = command.record("/initiatives/PG-2/milestones/M/forecasts", forecast(date, "Late"));
            assertThat(reply.status()).as(date).isEqualTo(400);
            assertThat(reply.text()).as(date).contains("/forecast/date");
        }
        Caller.Reply farAway = command.record("/initiatives/PG-2/baselines", """
                {"dates": [{"milestone": "M", "date": "9999-12-31", "precision": "YEAR"}]}""");
        assertThat(farAway.status()).isEqualTo(400);
        assertThat(farAway.text()).contains("/dates/0/date");
        for (int length : new int[] {20_001, 1_000_000}) {
            Caller.Reply wordy = command.record(
                    "/initiatives/PG-2/milestones/M/forecasts", forecast("2027-01-01", "x".repeat(length)));
            assertThat(wordy.status()).isEqualTo(400);
            assertThat(wordy.text()).contains("/reason", "is longer than 20000 characters");
        }
        assertThat(command.record(
                                "/initiatives/PG-2/milestones/M/forecasts",
                                forecast("2027-01-01", "x".repeat(2_000_000)))
                        .status())
                .isEqualTo(413);
        assertThat(ask("/audit/facts?stream=milestones-PG-2").required("items")).hasSize(1);
    }

    @Test
    void the_papers_of_the_met_show_what_was_to_come_and_what_was_late() {
        String then = "asOf=2011-06-13&knownAt=2011-06-13&limit=100";
        assertThat(ids("/portfolios/PF-CHANGE-2011/milestones?status=ACHIEVED&" + then))
                .contains("PHASE-1", "TRAINING-BUDGETS-CENTRALISED");
        assertThat(items(
                        "/portfolios/PF-CHANGE-2011/milestones?dueFrom=2011-06-01&dueTo=2011-07-01&sort=dueOn&" + then))
                .hasSize(3)
                .allSatisfy(
                        item -> assertThat(item.at("/forecast/value/precision").asString())
                                .isEqualTo("MONTH"));
        assertThat(items("/portfolios/PF-CHANGE-2011/milestones?overdue=TRUE&" + then))
                .isEmpty();
        assertThat(items("/portfolios/PF-CHANGE-2011/milestones?overdue=TRUE&asOf=2011-07-01&knownAt=2011-06-13"))
                .hasSize(3);
        assertThat(items("/portfolios/PF-TRANSFORM-2018/milestones?asOf=2018-03-05&limit=100"))
                .filteredOn(item ->
                        item.at("/attributes/value/reportedStatus").asString("").equals("DELAYED"))
                .extracting(item -> item.required("initiative").asString())
                .containsExactlyInAnyOrder("PG-TIP", "PG-OR");
        JsonNode complete =
                ask("/initiatives/PG-SLP/milestones?asOf=2018-03-05").at("/items/0");
        assertThat(complete.required("dueOn").asString()).isEqualTo("2018-12-31");
        assertThat(complete.has("slippage")).as("no baseline is in the papers").isFalse();
        assertThat(met.ask("/initiatives/PG-TRAIN/milestones?" + then).required("items"))
                .hasSize(5);
        assertThat(items("/initiatives/PG-TRAIN/milestones?sort=since&" + then))
                .extracting(
                        item -> item.required("id").asString(),
                        item -> item.at("/status/value").asString())
                .contains(tuple("PHASE-3-COMPLETE", "PLANNED"), tuple("PHASE-2-STARTS", "ACHIEVED"));
    }

    private static String reset(long rebaseline) {
        return """
                {"scheme": "RAG", "criterion": "OVERALL", "rating": "RESET", "assessor": "SRO", "rationale": "Baseline 2",
                 "rebaselineDecision": %s, "effectiveOn": "2026-06-02"}""".formatted(rebaseline);
    }

    private static String forecast(String date, String reason) {
        return """
                {"forecast": {"date": "%s"}, "cause": "SUPPLIER", "reason": "%s", "effectiveOn": "2026-11-02"}""".formatted(date, reason);
    }

    private static Caller.Reply record(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        last = Math.max(last, reply.position());
        return reply;
    }

    private static String refused(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(409);
        return reply.problem();
    }

    private static JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<JsonNode> items(String path) {
        return ask(path).required("items").valueStream().toList();
    }

    private static List<String> ids(String path) {
        return items(path).stream().map(item -> item.required("id").asString()).toList();
    }

    private static JsonNode only(String path) {
        return assertThat(items(path)).singleElement().actual();
    }
}
