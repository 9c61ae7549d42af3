package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.portfolio;
import static org.portfolioledger.query.History.rated;
import static org.portfolioledger.query.History.renamed;
import static org.portfolioledger.query.History.sro;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** What was answered for a point stays so. */
class PointsTest {

    @Test
    void a_status_shows_what_held_on_the_day_as_it_was_known_then() {
        try (Served served = Served.start()) {
            History history = served.history();
            history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
            history.known("2011-06-01T10:00:00Z", initiative("PG-A", "Alpha", "PF", "2011-05-01"));
            history.known("2011-06-02T10:00:00Z", rated("PG-A", "MPS_2011", RagRating.GREEN, "2011-06-01"));
            history.known("2011-06-20T10:00:00Z", rated("PG-A", "MPS_2011", RagRating.AMBER, "2011-06-10"));
            long last =
                    history.known("2011-07-01T10:00:00Z", sro("PG-A", "A1", AppointmentKind.SUBSTANTIVE, "2011-06-05"));

            JsonNode then = served.get("/api/v1/portfolios/PF/status?asOf=2011-06-13&knownAt=2011-06-14", last);
            assertThat(then.at("/knownAt").asString()).isEqualTo("2011-06-14T22:59:59.999999Z");
            assertThat(then.at("/position").asLong()).isEqualTo(3);
            assertThat(then.at("/countsByRating/0/GREEN").asInt()).isEqualTo(1);
            assertThat(then.at("/items/0/name/value").asString()).isEqualTo("Alpha");
            assertThat(then.at("/items/0/sro").isNull()).isTrue();
            assertThat(then.at("/items/0/alerts").toString()).isEqualTo("[\"NO_SRO\"]");

            JsonNode later = served.get("/api/v1/portfolios/PF/status?asOf=2011-06-13&knownAt=2011-07-14");
            assertThat(later.at("/countsByRating/0/AMBER").asInt()).isEqualTo(1);
            assertThat(later.at("/items/0/sro/value/holder/person").asString()).isEqualTo("P-1");
            assertThat(later.at("/provisional").asBoolean()).isTrue();
        }
    }

    @Test
    void the_echoed_point_asked_again_gives_the_same_bytes() {
        try (Served served = Served.start()) {
            History history = served.history();
            history.known("2011-06-01T10:00:00Z", portfolio("PF", "2011-05-01"));
            long last = history.known("2011-06-01T10:00:00Z", initiative("PG-A", "Alpha", "PF", "2011-05-01"));
            assertEchoHolds(served, "/api/v1/portfolios/PF/status", last);
            assertEchoHolds(served, "/api/v1/initiatives/PG-A?asOf=2011-06-01&knownAt=2011-06-02", last);
            long live = history.append(renamed("PG-A", "Beta", "2012-01-01"));
            assertEchoHolds(served, "/api/v1/portfolios/PF/status", live);
            assertEchoHolds(served, "/api/v1/initiatives", live);
            assertEchoHolds(served, "/api/v1/initiatives/PG-A?knownAt=position:1&asOf=2011-06-01", live, 404);
        }
    }

    private static void assertEchoHolds(Served served, String path, long position, int... status) {
        HttpResponse<byte[]> first = served.ask(path, "Sync-Token", Long.toString(position));
        if (status.length > 0) {
            assertThat(first.statusCode()).isEqualTo(status[0]);
            return;
        }
        assertThat(first.statusCode())
                .as(new String(first.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        JsonNode body = served.get(path, position);
        String again =
                path.replaceAll("\\?.*", "") + "?asOf=" + body.get("asOf").asString() + "&knownAt="
                        + body.get("knownAt").asString();
        served.history().in("OTHER").append(portfolio("PF-" + System.nanoTime(), "2011-05-01"));
        assertThat(served.ask(again).body()).isEqualTo(first.body());
    }
}
