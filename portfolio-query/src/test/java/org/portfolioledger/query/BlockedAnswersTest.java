package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** Of what this program cannot fold every answer says that it is missing, and an operator sees why. */
class BlockedAnswersTest {

    private static final String POINT = "asOf=2012-06-01&knownAt=position:";

    private static Served served;
    private static long before;
    private static long teleported;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-01-01"));
        before = history.append(initiative("B", "Beta", "PF", "2011-01-01"));
        teleported = history.unreadable("initiative-A", "initiative-teleported");
        history.append(renamed("A", "After", "2012-01-01"));
        history.append(renamed("B", "Better", "2012-01-01"));
        history.unreadable("initiative-C", "initiative-dreamt");
        history.in("OTHER").illegible("initiative-X");
        last = history.in("GMPP").append(portfolio("PF-G", "2011-01-01"));
        served.get("/api/v1/portfolios", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/initiatives",
                "/api/v1/initiatives/A",
                "/api/v1/portfolios/PF/status",
                "/api/v1/dependencies/graph",
                "/api/v1/initiatives/A/timeline",
                "/api/v1/initiatives/A/history",
                "/api/v1/portfolios/PF/history"
            })
    void an_answer_names_the_entities_of_which_more_is_on_record_than_it_holds(String path) {
        assertThat(blocked(served.get(path))).contains("initiative A 4", "initiative C 7");
    }

    @Test
    void what_all_others_are_is_answered_as_ever() {
        assertThat(served.get("/api/v1/initiatives/B").at("/name/value").asString())
                .isEqualTo("Better");
        assertThat(served.get("/api/v1/initiatives/A").at("/name/value").asString())
                .isEqualTo("Alpha");
        assertThat(served.get("/api/v1/portfolios/PF/status").at("/items")).hasSize(2);
    }

    @Test
    void before_the_fact_and_in_another_register_nothing_is_missing() {
        assertThat(served.get("/api/v1/initiatives/A?" + POINT + before).has("blocked"))
                .isFalse();
        assertThat(served.get("/api/v1/portfolios/PF-G").has("blocked")).isFalse();
        assertThat(blocked(served.get("/api/v1/initiatives?" + POINT + teleported)))
                .containsExactly("initiative A 4");
    }

    @Test
    void what_may_still_be_made_up_for_is_not_kept_and_no_command_follows_on_it() {
        assertThat(header("/api/v1/initiatives/A?" + POINT + before, "Cache-Control"))
                .contains("immutable");
        assertThat(header("/api/v1/initiatives/A?" + POINT + teleported, "Cache-Control"))
                .isEqualTo("private, no-cache");
        assertThat(header("/api/v1/initiatives/A", "ETag")).startsWith("\"d-");
    }

    @Test
    void an_entity_whose_first_fact_cannot_be_folded_is_neither_shown_nor_denied() {
        assertThat(served.refusal("/api/v1/initiatives/C")).isEqualTo("503 not-caught-up");
    }

    @Test
    void the_facts_themselves_are_told_as_they_were_recorded() {
        List<JsonNode> history = served.get("/api/v1/initiatives/A/history")
                .get("items")
                .valueStream()
                .toList();
        assertThat(history).hasSize(3);
        assertThat(history.get(1).path("type").asString()).isEqualTo("initiative-teleported");
        assertThat(history.get(1).path("unfolded").asString()).contains("initiative-teleported");
        assertThat(served.get("/api/v1/audit/facts").get("items")).hasSize((int) last);
        JsonNode fact = served.get("/api/v1/facts/" + teleported);
        assertThat(fact.at("/fact/type").asString()).isEqualTo("initiative-teleported");
        assertThat(fact.path("unfolded").asString()).isNotBlank();
    }

    @Test
    void what_is_no_json_is_told_as_it_was_recorded_too() {
        JsonNode told = served.get("/api/v1/initiatives/X/history").get("items").get(0);
        assertThat(told.at("/payload/base64").asString()).isEqualTo("bm90IGpzb24=");
        assertThat(served.get("/api/v1/audit/facts?register=OTHER")
                        .at("/items/0/payload/base64")
                        .asString())
                .isEqualTo("bm90IGpzb24=");
        assertThat(served.get("/api/v1/facts/" + (last - 1))
                        .at("/fact/payload/base64")
                        .asString())
                .isEqualTo("bm90IGpzb24=");
        assertThat(blocked(served.get("/api/v1/initiatives?register=OTHER"))).containsExactly("initiative X 8");
    }

    @Test
    void a_verification_names_what_it_could_not_fold_in_words_of_ours() {
        HttpResponse<byte[]> begun = served.operate("/api/v1/audit/row-verifications", "{}");
        String location = begun.headers().firstValue("Location").orElseThrow();
        await().until(() -> served.get(location).path("state").asString().equals("DONE"));
        JsonNode report = served.get(location);
        assertThat(report.path("differing").asInt()).as(report.toString()).isZero();
        assertThat(report.at("/unfolded").findValuesAsString("stream"))
                .containsExactly("initiative-A", "initiative-C", "initiative-X");
        assertThat(report.at("/unfolded").findValuesAsString("reason"))
                .allMatch(reason -> reason.startsWith("this release cannot read the fact "));
    }

    @Test
    void no_answer_names_a_class() {
        for (String path : List.of(
                "/api/v1/rows/blocked",
                "/api/v1/initiatives/A/history",
                "/api/v1/initiatives/X/history",
                "/api/v1/facts/" + teleported))
            assertThat(served.get(path).toString()).as(path).doesNotContain("Exception", "Error", "org.", "java.");
    }

    @Test
    void health_says_so_and_the_node_stays_in_service() {
        HttpResponse<byte[]> health = served.inspect("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(text(health))
                .contains("\"status\":\"DEGRADED\"", "\"blockedEntities\":3", "initiative-A", "\"lag\":0");
    }

    @Test
    void an_operator_sees_why_and_may_ask_for_another_attempt() {
        JsonNode listed = served.get("/api/v1/rows/blocked").get("items").get(0);
        assertThat(listed.path("stream").asString()).isEqualTo("initiative-A");
        assertThat(listed.path("fact").asLong()).isEqualTo(teleported);
        assertThat(listed.path("reason").asString()).contains("initiative-teleported");
        int attempts = listed.path("attempts").asInt();

        HttpResponse<byte[]> request = served.operate("/api/v1/rows/blocked/initiative-A/retries", "");
        assertThat(request.statusCode()).isEqualTo(202);
        assertThat(FactSerializer.mapper()
                        .readTree(request.body())
                        .path("retryAsked")
                        .asBoolean())
                .isTrue();
        await().until(() ->
                served.get("/api/v1/rows/blocked").at("/items/0/attempts").asInt() == attempts + 1);
        assertThat(served.get("/api/v1/rows/blocked").at("/items/0/retryAsked").asBoolean())
                .isFalse();
    }

    @Test
    void nobody_else_may_and_nothing_else_can_be_asked_for() {
        assertThat(served.operate("/api/v1/rows/blocked/initiative-B/retries", "")
                        .statusCode())
                .isEqualTo(404);
        for (String body : List.of("", "{}", "[]", "{\"reason\": \"  \"}", "{\"reason\": 7, \"x\": 1}", "{"))
            assertThat(served.operate("/api/v1/rows/generations", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        assertThat(served.refusal("/api/v1/rows/generations/99")).isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/rows/generations/x")).isEqualTo("404 not-found");
    }

    private static List<String> blocked(JsonNode answer) {
        return answer.path("blocked")
                .valueStream()
                .map(entity -> "%s %s %s"
                        .formatted(
                                entity.path("kind").asString(),
                                entity.path("id").asString(),
                                entity.path("fact").asLong()))
                .toList();
    }

    private static String header(String path, String name) {
        return served.ask(path).headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
