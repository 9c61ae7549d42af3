package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A dependency from its proposal until it is met, told over HTTP. */
class DependenciesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
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
    void two_sides_agree_see_it_otherwise_part_and_agree_again() {
        record("office", "/dependencies", """
                {"id": "DEP-10", "register": "ACME", "giver": {"initiative": "PG-1"}, "receiver": {"initiative": "PG-2"},
                 "type": "INTER_PROGRAMME", "importance": "CRITICAL", "nature": "Cleared site", "neededBy": "2026-09-01",
                 "monitoring": "BILATERAL", "effectiveOn": "2026-03-01"}""");
        assertThat(conflicts("2026-06-03")).as("ninety days are near").contains("NOT_AGREED_NEAR_NEED");
        assertThat(conflicts("2026-06-02")).as("and one day more is not").isEmpty();
        record("office", "/dependencies/DEP-10/agreements", """
                {"side": "GIVER", "agreedBy": "p-secretary", "effectiveOn": "2026-03-05"}""");
        assertThat(refused("/dependencies/DEP-10/agreement-withdrawals", """
                {"side": "RECEIVER", "effectiveOn": "2026-03-06"}""")).isEqualTo("dependency-side-not-agreed");
        record("office", "/dependencies/DEP-10/agreements", """
                {"side": "RECEIVER", "effectiveOn": "2026-03-10"}""");
        assertThat(text("/dependencies/DEP-10?asOf=2026-03-10", "/status/value"))
                .isEqualTo("AGREED");
        record("office", "/dependencies/DEP-10/promises", """
                {"promisedFor": "2026-08-20", "effectiveOn": "2026-03-12"}""");

        record("office", "/dependencies/DEP-10/reviews", """
                {"side": "GIVER", "outlook": "ON_COURSE", "reviewBy": "2026-04-30", "effectiveOn": "2026-03-31"}""");
        assertThat(refused("/dependencies/DEP-10/reviews", """
                {"side": "RECEIVER", "outlook": "AT_RISK", "reviewBy": "2026-03-30", "effectiveOn": "2026-03-31"}""")).isEqualTo("dependency-review-by-too-early");
        record("office", "/dependencies/DEP-10/reviews", """
                {"side": "RECEIVER", "outlook": "WILL_BE_LATE", "summary": "No demolition yet", "effectiveOn": "2026-04-01"}""");
        assertThat(alerts("2026-03-31")).isEmpty();
        assertThat(alerts("2026-04-01")).containsExactly("DEPENDENCY_SIDES_DISAGREE");
        assertThat(alerts("2026-05-01")).contains("DEPENDENCY_REVIEW_OVERDUE");
        assertThat(conflicts("2026-04-01")).containsExactly("SIDES_DISAGREE");

        record("office", "/dependencies/DEP-10/agreement-withdrawals", """
                {"side": "GIVER", "reason": "The tenants stay", "effectiveOn": "2026-04-10"}""");
        assertThat(text("/dependencies/DEP-10?asOf=2026-04-10", "/status/value"))
                .isEqualTo("PROPOSED");
        assertThat(text("/dependencies/DEP-10?asOf=2026-04-09", "/status/value"))
                .isEqualTo("AGREED");
        record("office", "/dependencies/DEP-10/needs", """
                {"neededBy": "2026-08-15", "reason": "The crane comes sooner", "effectiveOn": "2026-04-12"}""");
        assertThat(ask("/portfolios/PF/dependency-conflicts?mismatch=PROMISED_LATER_THAN_NEEDED&asOf=2026-04-12")
                        .at("/items/0/days")
                        .asInt())
                .isEqualTo(5);
        record("office", "/dependencies/DEP-10/status-updates", """
                {"status": "MET", "effectiveOn": "2026-08-14"}""");
        assertThat(conflicts("2026-08-14")).as("it was met").isEmpty();

        JsonNode changes =
                ask("/portfolios/PF/dependency-changes?from=2026-04-09@position:%1$s&to=2026-08-14@position:%1$s"
                        .formatted(last));
        JsonNode movement = changes.get("items")
                .valueStream()
                .filter(item -> item.get("dependency").asString().equals("DEP-10"))
                .findFirst()
                .orElseThrow();
        assertThat(movement.get("changes").findValuesAsString("change")).containsExactly("ENDED", "NEED", "AGREEMENT");
        assertThat(movement.at("/changes/1/days").asInt()).isEqualTo(-17);
        assertThat(ask("/initiatives/PG-2/history?kind=dependency&limit=100")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("type").asString()))
                .contains("dependency-reviewed", "dependency-need-changed", "dependency-agreement-withdrawn");
    }

    @Test
    void nothing_is_kept_of_a_dependency_on_itself() {
        assertThat(refused("/dependencies", """
                {"id": "DEP-SELF", "register": "ACME", "giver": {"initiative": "PG-1"}, "receiver": {"initiative": "pg-1"},
                 "type": "INTER_PROGRAMME", "nature": "Itself", "effectiveOn": "2026-03-01"}""")).isEqualTo("depends-on-itself");
        assertThat(query.getAfter(last, "/dependencies/DEP-SELF").status()).isEqualTo(404);
    }

    private static void record(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        last = reply.position();
    }

    private static String refused(String path, String body) {
        Caller.Reply reply = command.post("office", path, body);
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

    private static List<String> alerts(String day) {
        return ask("/dependencies/DEP-10?asOf=" + day)
                .get("alerts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> conflicts(String day) {
        return ask("/portfolios/PF/dependency-conflicts?asOf=" + day)
                .get("items")
                .valueStream()
                .filter(item -> item.get("dependency").asString().equals("DEP-10"))
                .map(item -> item.get("mismatch").asString())
                .toList();
    }
}
