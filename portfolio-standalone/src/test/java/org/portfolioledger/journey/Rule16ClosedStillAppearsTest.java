package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rule 16: a closed or merged initiative still appears in every view of a date at which it was open. */
class Rule16ClosedStillAppearsTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        known("2020-01-06", "/registers", Bodies.register("ACME"));
        known("2020-01-06", "/portfolios", Bodies.portfolio("PF", "ACME"));
        known("2020-01-06", "/portfolios/PF/rating-schemes", Bodies.scheme());
        for (String id : List.of("PG-CLOSED", "PG-MERGED", "PG-OPEN")) {
            known("2020-01-06", "/initiatives", Bodies.initiative(id, "Programme " + id, "PF"));
            known("2020-01-06", path(id, "/appointments"), Bodies.sro("SRO", "p-sro1", "2020-01-06"));
        }
        for (String id : List.of("PG-CLOSED", "PG-MERGED")) {
            known("2020-01-06", path(id, "/rag-assessments"), Bodies.rating("AMBER", "2020-01-06"));
            known("2020-01-06", "/dependencies", """
                    {"id": "DEP-%1$s", "register": "ACME", "giver": {"initiative": "%1$s"},
                     "receiver": {"initiative": "PG-OPEN"}, "type": "INTER_PROGRAMME", "importance": "HIGH",
                     "nature": "Depot before homes", "effectiveOn": "2020-01-06"}""".formatted(id));
        }
        known("2020-10-02", path("PG-CLOSED", "/closures"), """
                {"reason": "Delivered", "effectiveOn": "2020-10-01"}""");
        last = known("2020-11-16", path("PG-MERGED", "/mergers"), """
                {"reason": "Merged", "into": "PG-OPEN", "effectiveOn": "2020-03-01"}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest(name = "{0} on {1}, as known on {2}: {3}")
    @CsvSource({
        // Closed on 1 October, which was known on the second.
        "PG-CLOSED, 2020-09-30, 2020-12-31, open",
        "PG-CLOSED, 2020-10-01, 2020-12-31, closed",
        "PG-CLOSED, 2020-10-02, 2020-12-31, closed",
        "PG-CLOSED, 2020-10-01, 2020-10-01, open",
        "PG-CLOSED, 2020-10-01, 2020-10-02, closed",
        "PG-CLOSED, 2030-01-01, 2020-10-01, open",
        // Merged into another on 1 March, which came out in November only.
        "PG-MERGED, 2020-02-29, 2020-12-31, open",
        "PG-MERGED, 2020-03-01, 2020-12-31, closed",
        "PG-MERGED, 2020-03-02, 2020-12-31, closed",
        "PG-MERGED, 2020-03-01, 2020-11-15, open",
        "PG-MERGED, 2020-06-01, 2020-11-15, open",
        "PG-MERGED, 2020-06-01, 2020-11-16, closed",
    })
    void every_view_of_a_day_on_which_it_was_open_shows_it_open(String id, String day, String known, String state) {
        boolean open = state.equals("open");
        JsonNode shown = ask(path(id, ""), day, known);
        assertThat(shown.has("closure")).as("closure of the item").isNotEqualTo(open);

        JsonNode status = ask("/portfolios/PF/status", day, known);
        assertThat(ids(status).contains(id)).as("in the status").isEqualTo(open);
        assertThat(status.at("/countsByRating/0/ratings/0/count").asInt(0))
                .as("counted")
                .isEqualTo(Stream.of("PG-CLOSED", "PG-MERGED")
                        .filter(ids(status)::contains)
                        .count());

        for (String list :
                List.of("/initiatives?register=ACME", "/initiatives?name=" + id, "/initiatives?portfolio=PF"))
            assertThat(item(ask(list, day, known), id).has("closure"))
                    .as("closure in %s", list)
                    .isNotEqualTo(open);
        assertThat(segmentOf(ask(path(id, "/timeline"), "", known), day).has("closure"))
                .as("closure in the timeline")
                .isNotEqualTo(open);
    }

    @ParameterizedTest(name = "{0} on {1}, as known on {2}")
    @CsvSource({
        "PG-CLOSED, 2020-09-30, 2020-12-31",
        "PG-CLOSED, 2020-10-01, 2020-10-01",
        "PG-MERGED, 2020-02-29, 2020-12-31",
        "PG-MERGED, 2020-06-01, 2020-11-15",
    })
    void what_belongs_to_it_appears_with_it(String id, String day, String known) {
        assertThat(item(ask("/portfolios/PF/status", day, known), id)
                        .at("/sro/value/holder/person")
                        .asString(""))
                .isEqualTo("p-sro1");
        assertThat(ids(ask(path(id, "/appointments"), day, known))).containsExactly("SRO");
        assertThat(ask(path(id, "/rag-assessments"), day, known)
                        .at("/items/0/rating")
                        .asString(""))
                .isEqualTo("AMBER");
        assertThat(ask(path(id, "/downstream"), day, known)
                        .at("/items/0/initiative")
                        .asString(""))
                .isEqualTo("PG-OPEN");
        for (String graph : List.of("/dependencies/graph?portfolio=PF", "/dependencies/graph?register=ACME"))
            assertThat(ask(graph, day, known).get("items").valueStream())
                    .as(graph)
                    .anyMatch(edge -> edge.at("/giver/initiative").asString("").equals(id)
                            || edge.at("/receiver/initiative").asString("").equals(id));
        assertThat(ids(ask("/dependencies?initiative=" + id, day, known))).containsExactly("DEP-" + id);
    }

    @ParameterizedTest
    @CsvSource({"PG-CLOSED, 2020-10-01, 2020-12-31", "PG-MERGED, 2020-03-01, 2020-12-31"})
    void the_changes_of_the_day_say_that_it_closed_and_those_of_the_day_before_nothing(
            String id, LocalDate day, String known) {
        assertThat(changes(id, day.minusDays(1), day, known)).contains("closure");
        assertThat(changes(id, day.minusDays(2), day.minusDays(1), known)).isEmpty();
        assertThat(changes(id, day, day.plusDays(1), known)).isEmpty();
    }

    @Test
    void its_history_keeps_all_that_was_said_of_it() {
        for (String how : List.of("closed", "merged"))
            assertThat(ask(path("PG-" + how.toUpperCase(Locale.ROOT), "/history"), "", "2020-12-31")
                            .get("items")
                            .valueStream())
                    .extracting(fact -> fact.path("type").asString(""))
                    .containsExactly(
                            "initiative-opened",
                            "role-appointed",
                            "rag-assessed",
                            "dependency-proposed",
                            "initiative-" + how);
    }

    /** What changed of it; empty if nothing did. */
    private static String changes(String id, LocalDate from, LocalDate to, String known) {
        String question =
                "/changes?register=ACME&kind=initiative&from=%s@%s&to=%s@%s".formatted(from, known, to, known);
        JsonNode change = item(answer(question), id);
        return change.isMissingNode() ? "" : change.get("difference").toString();
    }

    private static JsonNode segmentOf(JsonNode timeline, String day) {
        return timeline.get("items")
                .valueStream()
                .filter(segment -> segment.has("initiative"))
                .filter(segment -> segment.path("from").asString("").compareTo(day) <= 0)
                .filter(segment -> !segment.path("to").isString()
                        || segment.get("to").asString().compareTo(day) > 0)
                .findFirst()
                .orElseThrow()
                .get("initiative");
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(item -> item.path("id").asString(""))
                .toList();
    }

    private static JsonNode item(JsonNode answer, String id) {
        Map<String, JsonNode> items = new TreeMap<>();
        answer.get("items").forEach(item -> items.put(item.path("id").asString(""), item));
        return items.getOrDefault(id, tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static String path(String id, String rest) {
        return "/initiatives/" + id + rest;
    }

    private static JsonNode ask(String path, String day, String known) {
        String asOf = day.isEmpty() ? "" : "&asOf=" + day;
        return answer(path + (path.contains("?") ? "&" : "?") + "knownAt=" + known + asOf);
    }

    private static JsonNode answer(String question) {
        Caller.Reply reply = query.getAfter(last, question);
        assertThat(reply.status()).as(question + ": " + reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** Position of a fact that the organisation knew from a day on. */
    private static long known(String day, String path, String body) {
        Caller.Reply reply = command.post("migrator", path, Bodies.known(day, body));
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(201);
        return reply.position();
    }
}
