package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered for a point stays so. */
class TimePointResolverTest {

    private static final JsonMapper JSON = FactSerializer.mapper();

    private final Served served = Served.start();
    private final History history = served.history();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void a_status_shows_what_held_on_the_day_as_it_was_known_then() {
        history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
        history.known("2011-06-01T10:00:00Z", initiative("PG-A", "Alpha", "PF", "2011-05-01"));
        history.known("2011-06-02T10:00:00Z", rated("PG-A", "MPS_2011", RagRating.GREEN, "2011-06-01"));
        history.known("2011-06-20T10:00:00Z", rated("PG-A", "MPS_2011", RagRating.AMBER, "2011-06-10"));
        long last = history.known("2011-07-01T10:00:00Z", sro("PG-A", "A1", AppointmentKind.SUBSTANTIVE, "2011-06-05"));

        JsonNode then = served.get("/api/v1/portfolios/PF/status?asOf=2011-06-13&knownAt=2011-06-14", last);
        assertThat(then.at("/knownAt").asString()).isEqualTo("2011-06-14T22:59:59.999999Z");
        assertThat(then.at("/position").asLong()).isEqualTo(3);
        assertThat(ratings(then)).containsExactly("GREEN 1");
        assertThat(then.at("/items/0/name/value").asString()).isEqualTo("Alpha");
        assertThat(then.at("/items/0/sro").isNull()).isTrue();
        assertThat(then.at("/items/0/alerts").toString()).isEqualTo("[\"NO_SRO\"]");

        JsonNode later = served.get("/api/v1/portfolios/PF/status?asOf=2011-06-13&knownAt=2011-06-30");
        assertThat(ratings(later)).containsExactly("AMBER 1");
    }

    private static List<String> ratings(JsonNode status) {
        return status.at("/countsByRating/0/ratings")
                .valueStream()
                .map(each ->
                        each.get("rating").asString() + " " + each.get("count").asInt())
                .toList();
    }

    @Test
    void a_day_ends_at_its_last_microsecond_in_london_in_summer_and_in_winter() {
        history.known("2011-06-13T22:59:59.999999Z", portfolio("SUMMER-IN", "2011-01-01"));
        history.known("2011-06-13T23:00:00Z", portfolio("SUMMER-OUT", "2011-01-01"));
        history.known("2011-12-13T23:59:59.999999Z", portfolio("WINTER-IN", "2011-01-01"));
        long last = history.known("2011-12-14T00:00:00Z", portfolio("WINTER-OUT", "2011-01-01"));

        assertThat(served.get("/api/v1/portfolios?knownAt=2011-06-13", last).get("items"))
                .hasSize(1);
        assertThat(served.get("/api/v1/portfolios?knownAt=2011-06-14").get("items"))
                .hasSize(2);
        assertThat(served.get("/api/v1/portfolios?knownAt=2011-12-13").get("items"))
                .hasSize(3);
        assertThat(served.get("/api/v1/portfolios?knownAt=2011-12-13")
                        .get("knownAt")
                        .asString())
                .isEqualTo("2011-12-13T23:59:59.999999Z");
        assertThat(served.get("/api/v1/portfolios?knownAt=2011-06-14T00:00:00%2B01:00")
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void an_effective_day_holds_from_its_first_day_to_the_day_before_the_next() {
        history.append(initiative("PG-A", "Alpha", "PF", "2011-05-01"));
        long last = history.append(renamed("PG-A", "Beta", "2012-01-01"));
        assertThat(served.get("/api/v1/initiatives/PG-A?asOf=2011-12-31", last)
                        .at("/name/value")
                        .asString())
                .isEqualTo("Alpha");
        assertThat(served.get("/api/v1/initiatives/PG-A?asOf=2012-01-01")
                        .at("/name/value")
                        .asString())
                .isEqualTo("Beta");
    }

    @Test
    void the_echoed_point_asked_again_gives_the_same_bytes() {
        history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
        long migrated = history.known("2011-06-01T10:00:00Z", initiative("PG-A", "Alpha", "PF", "2011-05-01"));
        assertThat(assertEchoHolds("/api/v1/portfolios/PF/status", migrated)).isEqualTo("position:2");
        assertEchoHolds("/api/v1/initiatives", migrated);
        long live = history.append(renamed("PG-A", "Beta", "2012-01-01"));
        assertThat(assertEchoHolds("/api/v1/portfolios/PF/status", live)).startsWith("20");
        assertEchoHolds("/api/v1/initiatives/PG-A?asOf=2011-06-01", live);
        assertEchoHolds("/api/v1/initiatives/PG-A?asOf=2011-06-01&knownAt=2011-06-02", live);
        assertEchoHolds("/api/v1/initiatives/PG-A?knownAt=position:2", live);
        assertEchoHolds("/api/v1/initiatives?limit=1", live);
    }

    @Test
    void what_is_migrated_elsewhere_changes_no_answer_about_a_register() {
        history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
        history.known("2011-06-01T10:00:00Z", initiative("PG-A", "Alpha", "PF", "2011-05-01"));
        long last = history.append(renamed("PG-A", "Beta", "2012-01-01"));
        String path = "/api/v1/portfolios/PF/status?asOf=2011-06-01&knownAt=2012-01-01";
        byte[] before = served.ask(path, "Sync-Token", Long.toString(last)).body();

        long other = history.in("GMPP").known("2011-01-01T00:00:00Z", portfolio("PF-G", "2011-01-01"));
        assertThat(served.ask(path, "Sync-Token", Long.toString(other)).body()).isEqualTo(before);
        assertThat(served.get("/api/v1/portfolios?knownAt=2011-01-02")
                        .at("/items/0/id")
                        .asString())
                .isEqualTo("PF-G");
        assertThat(served.get("/api/v1/portfolios?knownAt=2012-01-01&register=MPS")
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void an_answer_under_which_more_may_be_migrated_is_provisional_and_not_kept() {
        long last = history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
        String path = "/api/v1/portfolios/PF?asOf=2011-06-01&knownAt=";
        assertThat(served.get(path + "2011-06-01", last).get("provisional").asBoolean())
                .isTrue();
        assertThat(cacheControl(path + "2011-06-01")).isEqualTo("private, no-cache");
        assertThat(cacheControl(path + "position:1")).contains("immutable");

        history.known("2011-06-03T10:00:00Z", portfolio("PF-2", "2011-05-01"));
        assertThat(served.get(path + "2011-06-01", 2).has("provisional")).isFalse();
        assertThat(cacheControl(path + "2011-06-01")).isEqualTo("private, immutable, max-age=31536000");
        assertThat(cacheControl("/api/v1/portfolios/PF?knownAt=2011-06-01")).isEqualTo("private, no-cache");
    }

    @Test
    void a_moment_that_has_not_come_is_refused() {
        history.append(portfolio("PF", "2011-05-01"));
        for (String future :
                new String[] {"2999-01-01", "2999-01-01T00:00:00Z", "position:2", "position:999999999999"}) {
            assertThat(served.refusal("/api/v1/portfolios?knownAt=" + future))
                    .as(future)
                    .isEqualTo("422 point-in-the-future");
        }
        assertThat(served.refusal("/api/v1/portfolios", "Sync-Token", "99")).isEqualTo("422 point-in-the-future");
        assertThat(served.get("/api/v1/portfolios?asOf=2999-01-01", 1).get("items"))
                .as("an effective day may lie ahead")
                .hasSize(1);
        assertThat(served.get("/api/v1/portfolios?knownAt=" + LocalDate.now(TimePointResolver.LONDON), 1)
                        .get("items"))
                .as("today means now")
                .hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_refused_by_name() {
        for (String question : new String[] {
            "asOf=yesterday",
            "asOf=0000-01-01",
            "asOf=%2B10000-01-01",
            "asOf=2011-02-30",
            "asOf=",
            "asOf=2011-01-01&asOf=2011-01-02",
            "knownAt=position:x",
            "knownAt=position:-1",
            "knownAt=position:99999999999999999999",
            "knownAt=2011-01-01T00:00:00",
            "knownAt=%2B999999999-01-01T00:00:00Z",
            "knownAt=-0001-01-01T00:00:00Z",
            "limit=0",
            "limit=1001",
            "sort=secret",
            "cursor=abc"
        }) {
            assertThat(served.refusal("/api/v1/portfolios?" + question))
                    .as(question)
                    .isEqualTo("400 malformed-request");
        }
        assertThat(served.refusal("/api/v1/portfolios?colour=red")).isEqualTo("400 unknown-parameter");
        assertThat(served.refusal("/api/v1/portfolios", "Sync-Token", "x")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/portfolios?knownAt=0001-01-01")).startsWith("200");
        assertThat(served.refusal("/api/v1/portfolios?asOf=9999-12-31")).startsWith("200");
    }

    private String assertEchoHolds(String path, long position) {
        HttpResponse<byte[]> first = served.ask(path, "Sync-Token", Long.toString(position));
        String shown = new String(first.body(), StandardCharsets.UTF_8);
        assertThat(first.statusCode()).as(shown).isEqualTo(200);
        JsonNode body = JSON.readTree(first.body());
        String echo = "asOf=" + body.get("asOf").asString() + "&knownAt="
                + body.get("knownAt").asString();
        String limit = path.contains("limit") ? "&limit=1" : "";
        if (!body.get("knownAt").asString().startsWith("position"))
            // Kept before it is asked again, lest the answer hold only because the fact has not come.
            served.get(path, history.append(renamed("PG-A", "Later", "2013-01-01")));
        byte[] again =
                served.ask(path.replaceAll("\\?.*", "") + "?" + echo + limit).body();
        assertThat(new String(again, StandardCharsets.UTF_8)).isEqualTo(shown);
        return body.get("knownAt").asString();
    }

    private String cacheControl(String path) {
        return served.ask(path).headers().firstValue("Cache-Control").orElse("");
    }
}
