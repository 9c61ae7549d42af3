package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.closed;
import static org.portfolioledger.query.History.dependency;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.portfolio;
import static org.portfolioledger.query.History.promised;
import static org.portfolioledger.query.History.renamed;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
        JsonNode downstream = served.get("/api/v1/initiatives/A/downstream?asOf=2011-05-01", last);
        assertThat(texts(downstream.get("items"), "/initiative")).containsExactly("B", "C");
        assertThat(texts(downstream.at("/items/1/path"), "/dependency")).containsExactly("A-B", "B-C");
        assertThat(texts(downstream.get("conflicts"), "/id"))
                .as("promised a day later than needed")
                .containsExactly("B-C");
        assertThat(served.get("/api/v1/initiatives/D/downstream").get("items")).isEmpty();
    }

    @Test
    void a_cycle_is_told_once_with_its_path_from_the_day_on_which_it_closes() {
        JsonNode closed = served.get("/api/v1/dependencies/graph?portfolio=PF&asOf=2011-03-01", last);
        assertThat(closed.get("cycles")).hasSize(1);
        assertThat(texts(closed.at("/cycles/0"), "/dependency")).containsExactly("B-C", "C-B");
        assertThat(served.get("/api/v1/dependencies/graph?portfolio=PF&asOf=2011-02-28")
                        .get("cycles"))
                .isEmpty();
        assertThat(served.get("/api/v1/dependencies/graph").get("cycles")).hasSize(2);
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
        assertThat(ids).hasSize(10).doesNotHaveDuplicates();
        assertThat(served.refusal("/api/v1/changes")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/changes?from=2011-01-01@")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/changes?from=position:0&asOf=2011-01-01"))
                .isEqualTo("400 unknown-parameter");
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return array.valueStream().map(item -> item.at(pointer).asString()).toList();
    }
}
