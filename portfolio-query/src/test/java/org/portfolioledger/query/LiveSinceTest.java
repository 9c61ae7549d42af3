package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.History.register;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.portfolioledger.vocabulary.Placement;
import tools.jackson.databind.JsonNode;

/** A register is shown as live from its first live command on, whatever that said. */
class LiveSinceTest {

    private static final String PATH = "/api/v1/registers/MPS";

    @Test
    void a_register_is_live_from_its_first_live_fact_on_and_was_not_before() {
        try (Served served = Served.start()) {
            History history = served.history();
            long opened = history.known("2011-01-01T00:00:00Z", register("MPS", "2011-01-01"));
            HttpResponse<byte[]> migrating = served.ask(PATH, "Sync-Token", Long.toString(opened));
            JsonNode then = served.get(PATH + "?knownAt=position:" + opened);
            assertThat(then.has("live")).isFalse();

            long live = history.append(initiative("PG", "New homes", new Placement(null, null), on("2011-06-01")));
            history.append(initiative("PX", "Newer homes", new Placement(null, null), on("2011-06-01")));

            JsonNode now = served.get(PATH, live);
            assertThat(now.path("live").path("value").asBoolean()).isTrue();
            assertThat(now.path("live").path("fact").asLong()).isEqualTo(live);
            assertThat(now.path("live").path("since").asString())
                    .isEqualTo(now.path("asOf").asString());
            assertThat(served.get("/api/v1/registers").path("items").path(0).path("live"))
                    .isEqualTo(now.path("live"));
            assertThat(served.get(PATH + "?asOf=2011-06-01").has("live")).isFalse();

            String point = "?asOf=%s&knownAt=%s"
                    .formatted(
                            then.path("asOf").asString(), then.path("knownAt").asString());
            assertThat(served.get(PATH + point)).isEqualTo(then);
            String tag = migrating.headers().firstValue("ETag").orElseThrow();
            assertThat(served.ask(PATH, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }
}
