package org.portfolioledger.query.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.query.Served;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** A line in the list of collections is all that the list, the items and the histories of a kind need. */
class EntityCollectionTest {

    private static final List<String> COLLECTIONS = List.of(
            "registers",
            "portfolios",
            "initiatives",
            "boards",
            "business-cases",
            "dependencies",
            "documents",
            "actions",
            "reviews",
            "meetings",
            "equality-assessments",
            "accounting-assessments",
            "vacancy-requests",
            "delivery-plans",
            "external-requests",
            "reporting-cycles",
            "contracts",
            "outside-decisions",
            "workforce-controls",
            "mappings",
            "risks",
            "measures",
            "budgets",
            "protective-markings",
            "posts");

    private static Served served;
    private static JsonNode document;

    @BeforeAll
    static void serve() {
        served = Served.start();
        document = FactSerializer.mapper()
                .readTree(await().atMost(Duration.ofMinutes(1))
                        .until(() -> served.ask("/v3/api-docs"), page -> page.statusCode() == 200)
                        .body());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void the_words_of_a_collection_come_from_its_kind_and_its_path() {
        assertThat(EntityCollections.BUSINESS_CASES.variable()).isEqualTo("businessCase");
        assertThat(EntityCollections.BUSINESS_CASES.one()).isEqualTo("business case");
        assertThat(EntityCollections.BUSINESS_CASES.many()).isEqualTo("business cases");
    }

    @Test
    void each_is_served_and_described_with_its_own_filters_and_types() {
        JsonNode list = document.at("/paths/~1api~1v1~1boards/get");
        assertThat(list.path("summary").asString()).isEqualTo("List boards");
        assertThat(list.path("parameters").findValuesAsString("name")).contains("parent", "level", "sort", "asOf");
        assertThat(document.at("/components/schemas/BoardPageResponse/properties/items/items/$ref")
                        .asString())
                .endsWith("/BoardView");
        JsonNode item = document.at("/paths/~1api~1v1~1boards~1{board}/get");
        assertThat(item.path("summary").asString()).isEqualTo("Get one board");
        assertThat(item.path("parameters").findValuesAsString("name"))
                .contains("board")
                .doesNotContain("level");
    }

    @Test
    void no_class_but_the_generic_one_answers_the_list_of_a_kind() {
        List<String> others = new ArrayList<>();
        served.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((path, method) -> {
                    if (path.getPatternValues().stream().anyMatch(EntityCollectionTest::isCollection)
                            && !method.getBeanType().equals(CollectionQueries.class)) others.add(path.toString());
                });

        assertThat(others).isEmpty();
    }

    @Test
    void every_item_has_a_history_that_is_described_by_its_kind() {
        for (String list : COLLECTIONS) {
            String item = paths().stream()
                    .filter(path -> path.startsWith("/api/v1/" + list + "/{")
                            && path.indexOf('/', "/api/v1/".length() + list.length() + 1) < 0)
                    .findFirst()
                    .orElseThrow();
            JsonNode history = document.path("paths").path(item + "/history").path("get");
            String summary = document.path("paths")
                    .path(item)
                    .path("get")
                    .path("summary")
                    .asString()
                    .replace("Get one ", "List the facts about one ");
            assertThat(history.path("summary").asString()).as(item).startsWith(summary);
            assertThat(history.path("parameters").findValuesAsString("name"))
                    .as(item)
                    .contains("knownAt", "limit", "cursor")
                    .doesNotContain("asOf");
            assertThat(history.toString()).contains("HistoryEntryPageResponse");
        }
    }

    private static List<String> paths() {
        return document.path("paths").propertyNames().stream().toList();
    }

    private static boolean isCollection(String path) {
        return COLLECTIONS.contains(path.replace("/api/v1/", "")) || path.endsWith("/history");
    }
}
