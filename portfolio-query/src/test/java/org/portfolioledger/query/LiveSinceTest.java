package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.RegisterHistory.register;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.RegisterFact;
import tools.jackson.databind.JsonNode;

/** A register is shown as live since it went live, or since its opening if it was opened live. */
class LiveSinceTest {

    private static final String PATH = "/api/v1/registers/MPS";

    @Test
    void a_register_that_was_opened_live_is_live_since_its_opening() {
        try (Served served = Served.start()) {
            long opened = served.history().append(register("MPS", "2011-01-01"));

            JsonNode now = served.get(PATH, opened);
            assertThat(now.path("live").path("value").asBoolean()).isTrue();
            assertThat(now.path("live").path("fact").asLong()).isEqualTo(opened);
            assertThat(now.path("live").path("since").asString()).isEqualTo("2011-01-01");
            assertThat(served.get("/api/v1/registers").path("items").path(0).path("live"))
                    .isEqualTo(now.path("live"));
        }
    }

    @Test
    void a_register_that_migrates_is_live_from_the_fact_with_which_it_went_live_and_was_not_before() {
        try (Served served = Served.start()) {
            History history = served.history();
            long opened = history.known("2011-01-01T00:00:00Z", register("MPS", "2011-01-01"));
            HttpResponse<byte[]> migrating = served.ask(PATH, "Sync-Token", Long.toString(opened));
            JsonNode then = served.get(PATH + "?knownAt=position:" + opened);
            assertThat(then.has("live")).isFalse();

            long live = history.append(new RegisterFact.RegisterWentLive("MPS", on("2011-06-01")));

            JsonNode now = served.get(PATH, live);
            assertThat(now.path("live").path("fact").asLong()).isEqualTo(live);
            assertThat(now.path("live").path("since").asString()).isEqualTo("2011-06-01");
            assertThat(served.get(PATH + "?asOf=2011-05-31").has("live")).isFalse();

            String point = "?asOf=%s&knownAt=%s"
                    .formatted(
                            then.path("asOf").asString(), then.path("knownAt").asString());
            assertThat(served.get(PATH + point)).isEqualTo(then);
            String tag = migrating.headers().firstValue("ETag").orElseThrow();
            assertThat(served.ask(PATH, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }
}
