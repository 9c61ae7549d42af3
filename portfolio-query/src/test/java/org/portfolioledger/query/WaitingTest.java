package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.query.row.ProjectionLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A read waits for its rows, and says so when they do not come. */
class WaitingTest {

    @Test
    void a_read_waits_for_the_position_that_it_was_given() {
        try (Served served = Served.start()) {
            for (int n = 0; n < 20; n++) {
                long position = served.history().append(portfolio("PF-" + n, "2011-05-01"));
                assertThat(served.get("/api/v1/portfolios/PF-" + n, position)
                                .get("position")
                                .asLong())
                        .isEqualTo(position);
            }
        }
    }

    @Test
    void a_read_that_waits_in_vain_is_told_to_come_again() {
        try (Served served = Served.start("portfolio-ledger.query.follow=false")) {
            long position = served.history().append(portfolio("PF", "2011-05-01"));
            long start = System.nanoTime();
            HttpResponse<byte[]> answer =
                    served.ask("/api/v1/portfolios", "Sync-Token", Long.toString(position), "Prefer", "wait=3");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("longer than without the header")
                    .isGreaterThan(Duration.ofMillis(2900));
            assertThat(served.refusal("/api/v1/portfolios?knownAt=position:1", "Prefer", "wait=0"))
                    .isEqualTo("503 not-caught-up");

            served.part(ProjectionLifecycle.class).start();
            assertThat(served.get("/api/v1/portfolios", position).get("items")).hasSize(1);
        }
    }

    @Test
    void what_is_on_record_and_not_in_the_rows_yet_is_no_question_of_a_later_moment() throws SQLException {
        try (Served served = Served.start();
                Connection owner = served.database().owner().getConnection();
                Statement lock = owner.createStatement()) {
            long before = served.history().append(initiative("A", "Alpha", "PF", "2011-05-01"));
            served.get("/api/v1/initiatives", before);
            owner.setAutoCommit(false);
            lock.execute("lock table query.row_1 in exclusive mode");
            long appointed = served.history().append(sro("A", "S-A", AppointmentKind.SUBSTANTIVE, "2011-06-01"));
            long opened = served.history().append(portfolio("PF", "2011-05-01"));

            for (String path : List.of("portfolios/PF", "portfolios/PF/status", "initiatives/A/appointments/S-A")) {
                HttpResponse<byte[]> answer = served.ask("/api/v1/" + path);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .as(path)
                        .contains("\"status\":404", "not-known-yet", "Sync-Token")
                        .doesNotContain("later knownAt");
            }
            assertThat(served.refusal("/api/v1/facts/" + opened)).isEqualTo("404 not-known-yet");
            assertThat(served.refusal("/api/v1/portfolios/PF?knownAt=position:" + before))
                    .isEqualTo("404 not-known-then");

            owner.rollback();
            assertThat(served.get("/api/v1/initiatives/A/appointments/S-A?asOf=2011-06-01", appointed)
                            .get("id")
                            .asString())
                    .isEqualTo("S-A");
            assertThat(served.refusal("/api/v1/initiatives/A/appointments/OTHER"))
                    .isEqualTo("404 not-found");
        }
    }

    @Test
    void a_gap_stops_the_follower_loudly_and_past_points_are_still_answered() {
        try (Served served = Served.start("portfolio-ledger.query.poll=100ms")) {
            long known = served.history().append(portfolio("PF", "2011-05-01"));
            assertThat(served.get("/api/v1/portfolios", known).get("items")).hasSize(1);
            JdbcClient owner = JdbcClient.create(served.database().owner());
            owner.sql("alter table ledger.event disable trigger all").update();
            owner.sql("update ledger.head set position = position + 1").update();
            served.history().append(portfolio("PF-2", "2011-05-01"));

            await().untilAsserted(() ->
                    assertThat(served.part(ProjectionLifecycle.class).failure()).contains("gap"));
            HttpResponse<byte[]> health = served.inspect("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(new String(health.body(), StandardCharsets.UTF_8))
                    .contains("the ledger has a gap", "\"lag\":2", "\"state\":\"FAILED\"");
            assertThat(served.refusal("/api/v1/portfolios")).isEqualTo("503 not-caught-up");
            JsonNode past = served.get("/api/v1/portfolios?asOf=2012-01-01&knownAt=position:1");
            assertThat(past.get("items")).hasSize(1);
        }
    }
}
