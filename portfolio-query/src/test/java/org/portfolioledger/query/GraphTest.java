package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import tools.jackson.databind.JsonNode;

/** What hangs on what, and what is different between two points. */
class GraphTest {

    private static Served served;
    private static long last;
    private static long beforeRenaming;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        for (String id : List.of("A", "B", "C", "D")) history.append(initiative(id, "Name " + id, "PF", "2011-01-01"));
        history.append(initiative("FAR", "Far", "PF-OTHER", "2011-01-01"));
        history.append(dependency("A-B", "A", "B", "2012-01-01", "2011-02-01"));
        history.append(dependency("B-C", "B", "C", "2012-01-01", "2011-02-01"));
        history.append(dependency("C-B", "C", "B", "2012-01-01", "2011-03-01"));
        history.append(dependency("FAR-FAR", "FAR", "FAR", "2012-01-01", "2011-03-01"));
        history.append(new DependencyProposed(
                "LOW",
                "MPS",
                new DependencyEnd("C", null),
                new DependencyEnd(null, "Property"),
                DependencyType.ENABLING_AREA,
                Importance.LOW,
                "room",
                null,
                null,
                History.on("2011-05-01")));
        history.append(promised("B-C", "2012-01-02", "2011-04-01"));
        beforeRenaming = history.append(promised("A-B", "2012-01-01", "2011-04-01"));
        history.append(renamed("D", "Other name", "2011-06-01"));
        last = history.append(closed("A", "2011-07-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void downstream_is_whatever_depends_on_it_with_the_way_there() {
        JsonNode downstream = served.get("/api/v1/initiatives/A/downstream?asOf=2011-04-30", last);
        assertThat(texts(downstream.get("items"), "/initiative")).containsExactly("B", "C");
        assertThat(texts(downstream.at("/items/1/path"), "/dependency")).containsExactly("A-B", "B-C");
        assertThat(texts(downstream.at("/items/1/path"), "/conflict"))
                .as("the second is promised a day later than needed")
                .containsExactly("false", "true");
        assertThat(served.get("/api/v1/initiatives/D/downstream").get("items")).isEmpty();
        JsonNode page = served.get("/api/v1/initiatives/A/downstream?limit=1&asOf=2011-04-30");
        assertThat(texts(page.get("items"), "/initiative")).containsExactly("B");
        assertThat(texts(
                        served.get("/api/v1/initiatives/A/downstream?limit=1&asOf=2011-04-30&cursor="
                                        + page.get("next").asString())
                                .get("items"),
                        "/initiative"))
                .containsExactly("C");
    }

    @Test
    void a_cycle_is_told_once_with_its_path_from_the_day_on_which_it_closes() {
        JsonNode closed = served.get("/api/v1/dependencies/cycles?portfolio=PF&asOf=2011-03-01", last);
        assertThat(closed.get("complete").asBoolean()).isTrue();
        assertThat(closed.get("items")).hasSize(1);
        assertThat(texts(closed.at("/items/0/steps"), "/dependency")).containsExactly("B-C", "C-B");
        assertThat(served.get("/api/v1/dependencies/cycles?portfolio=PF&asOf=2011-02-28")
                        .get("items"))
                .isEmpty();
        assertThat(texts(served.get("/api/v1/dependencies/cycles").get("items"), "/steps/0/dependency"))
                .as("one that depends on itself comes first: it has one step")
                .containsExactly("FAR-FAR", "B-C");
        assertThat(served.get("/api/v1/dependencies/cycles?initiative=A").get("items"))
                .isEmpty();
        assertThat(served.get("/api/v1/dependencies/cycles?initiative=C").get("items"))
                .hasSize(1);
    }

    @Test
    void the_graph_is_cut_to_a_portfolio_to_some_steps_and_to_what_is_important() {
        String graph = "/api/v1/dependencies/graph?asOf=2011-05-01";
        assertThat(ids(graph)).containsExactly("A-B", "B-C", "C-B", "FAR-FAR", "LOW");
        assertThat(ids(graph + "&portfolio=PF")).containsExactly("A-B", "B-C", "C-B", "LOW");
        assertThat(ids(graph + "&importance=HIGH")).containsExactly("A-B", "B-C", "C-B", "FAR-FAR");
        assertThat(ids(graph + "&importance=LOW")).contains("LOW");
        assertThat(ids(graph + "&initiative=A&depth=1")).containsExactly("A-B");
        assertThat(ids(graph + "&initiative=A&depth=2")).containsExactly("A-B", "B-C", "C-B");
        assertThat(ids(graph + "&initiative=A&depth=3")).containsExactly("A-B", "B-C", "C-B", "LOW");
        assertThat(ids(graph + "&initiative=A")).containsExactly("A-B", "B-C", "C-B", "LOW");
        assertThat(ids(graph + "&initiative=A&importance=HIGH&depth=1000")).containsExactly("A-B", "B-C", "C-B");
        assertThat(served.refusal(graph + "&initiative=NOBODY")).isEqualTo("400 unknown-name");
        assertThat(served.refusal(graph + "&portfolio=NOTHING")).isEqualTo("400 unknown-name");
        for (String depth : List.of("0", "-1", "1001", "1000000", "two"))
            assertThat(served.refusal(graph + "&initiative=A&depth=" + depth))
                    .as(depth)
                    .isEqualTo("400 malformed-request");
        assertThat(served.refusal(graph + "&importance=HUGE")).isEqualTo("400 malformed-request");
    }

    @Test
    void the_graph_is_given_in_pages_and_as_a_whole() {
        String graph = "/api/v1/dependencies/graph?asOf=2011-05-01&knownAt=position:" + last + "&limit=";
        JsonNode first = served.get(graph + 3);
        JsonNode second = served.get(graph + "3&cursor=" + first.get("next").asString());
        assertThat(texts(first.get("items"), "/id")).containsExactly("A-B", "B-C", "C-B");
        assertThat(texts(second.get("items"), "/id")).containsExactly("FAR-FAR", "LOW");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(new String(served.ask(graph + "all").body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(served.ask(graph + "1000").body(), StandardCharsets.UTF_8));
    }

    private static List<String> ids(String question) {
        return texts(served.get(question, last).get("items"), "/id");
    }

    @Test
    void changes_between_two_points_tell_what_came_and_what_is_different() {
        JsonNode byKnowing = served.get(
                "/api/v1/changes?from=2012-01-01@position:" + beforeRenaming + "&to=2012-01-01@position:" + last);
        assertThat(texts(byKnowing.get("items"), "/id")).containsExactly("A", "D");
        assertThat(byKnowing.at("/items/1/difference/0/path").asString()).isEqualTo("/name");
        assertThat(byKnowing.at("/items/1/difference/0/after/value").asString()).isEqualTo("Other name");

        JsonNode byDay =
                served.get("/api/v1/changes?from=2011-02-28@position:" + last + "&to=2011-03-01@position:" + last);
        assertThat(texts(byDay.get("items"), "/id")).containsExactly("C-B", "FAR-FAR");
        assertThat(byDay.at("/items/0/change").asString()).isEqualTo("ADDED");
    }

    @Test
    void pages_of_changes_keep_both_points() {
        List<String> ids = new ArrayList<>();
        JsonNode page = served.get("/api/v1/changes?from=position:0&limit=3", last);
        while (true) {
            ids.addAll(texts(page.get("items"), "/id"));
            if (page.get("next").isNull()) break;
            last = served.history().in("OTHER-" + last).append(portfolio("LATER-" + last, "2011-01-01"));
            page = served.get(
                    "/api/v1/changes?from=position:0&limit=3&cursor="
                            + page.get("next").asString(),
                    last);
        }
        assertThat(ids).hasSize(11).doesNotHaveDuplicates();
        assertThat(served.refusal("/api/v1/changes")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/changes?from=2011-01-01@")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/changes?from=position:0&asOf=2011-01-01"))
                .isEqualTo("400 unknown-parameter");
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return array.valueStream().map(item -> item.at(pointer).asString()).toList();
    }
}
