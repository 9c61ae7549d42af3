package org.portfolioledger.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.ReviewHistory.recommended;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.RiskHistory.risk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** The status of a portfolio of few initiatives and of many is read in two ways, and shows the same. */
class StatusTest {

    /** More than are looked for one by one. */
    private static final int MANY = 1_100;

    private static final int FEW = 20;

    /** More than an index holds of one initiative. */
    private static final int CRITERIA = 40;

    private static Served served;
    private static long few;
    private static long many;
    private static final List<Long> ratings = new ArrayList<>();

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.together(initiatives(0, FEW));
        for (int n = 0; n < 5; n++) history.append(rated(id(n), "MPS_2011", RagRating.GREEN, "2011-02-01"));
        for (int n = 5; n < 9; n++) history.append(rated(id(n), "MPS_2011", RagRating.RED, "2011-02-01"));
        for (int n = 0; n < CRITERIA; n++) history.append(ratedFor(id(3), "THE_CRITERION_OF_A_LONG_NAME_" + n));
        history.append(initiative("CHILD", "Child", new Placement(id(5), null), on("2011-01-01")));
        history.append(dependency("DP", id(1), id(2), "2011-06-01", "2011-02-01"));
        history.append(promised("DP", "2011-06-02", "2011-02-01"));
        history.append(risk("R-1", RiskLevel.PROJECT, id(3), "2011-02-01"));
        history.append(review("RV", ReviewKind.GATE_2, new ReviewSubject(id(4), null, null), "2011-02-01"));
        history.append(recommended("RV", "REC", RecommendationGrade.CRITICAL_DO_NOW, "2011-02-02"));
        few = history.append(rated("CHILD", "MPS_2011", RagRating.AMBER, "2011-02-01"));
        history.together(initiatives(FEW, MANY));
        history.append(closed(id(0), "2011-03-01"));
        many = history.append(rated(id(FEW), "MPS_2011", RagRating.GREEN, "2011-02-01"));
        history.append(portfolio("OTHER", "2011-01-01"));
        history.append(initiative("ALONE", "Alone", "OTHER", "2011-01-01"));
        for (int n = 0; n < 20; n++)
            ratings.add(history.append(rated("ALONE", "MPS_2011", green(n), "2011-04-" + (n + 10))));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static RagRating green(int number) {
        return number % 2 == 0 ? RagRating.GREEN : RagRating.RED;
    }

    private static GovernanceFact[] initiatives(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> initiative(id(n), "Name " + n % 7, "PF", "2011-01-01"))
                .toArray(GovernanceFact[]::new);
    }

    private static String id(int number) {
        return "I" + (1_000_000 + number);
    }

    private static GovernanceFact ratedFor(String initiative, String criterion) {
        return new RagAssessed(
                initiative,
                "MPS_2011",
                1,
                criterion,
                RagRating.AMBER,
                Assessor.PORTFOLIO_OFFICE,
                "because",
                null,
                on("2011-02-01"));
    }

    @Test
    void few_initiatives_are_counted_with_ratings_too_long_for_an_index() {
        assertThat(counts(status(few, "&limit=1")))
                .hasSize(CRITERIA + 1)
                .containsEntry("OVERALL", Map.of("GREEN", 5, "RED", 4, "AMBER", 1))
                .containsEntry("THE_CRITERION_OF_A_LONG_NAME_7", Map.of("AMBER", 1));
    }

    @Test
    void many_initiatives_are_counted_with_ratings_too_long_for_an_index() {
        assertThat(counts(status(many, "&limit=1")))
                .hasSize(CRITERIA + 1)
                .containsEntry("OVERALL", Map.of("GREEN", 5, "RED", 4, "AMBER", 1))
                .containsEntry("THE_CRITERION_OF_A_LONG_NAME_7", Map.of("AMBER", 1));
    }

    @Test
    void however_many_ratings_came_later_the_one_then_known_of_that_day_is_counted() {
        for (int known = 0; known < ratings.size(); known += 3)
            for (int day = 0; day < ratings.size(); day += 3) {
                JsonNode status = served.get(
                        "/api/v1/portfolios/OTHER/status?asOf=2011-04-%s&knownAt=position:%s"
                                .formatted(day + 10, ratings.get(known)),
                        ratings.getLast());
                String rating = green(Math.min(known, day)).name();
                assertThat(counts(status)).isEqualTo(Map.of("OVERALL", Map.of(rating, 1)));
            }
    }

    @Test
    void the_totals_of_many_initiatives_are_those_of_few() {
        for (long position : List.of(few, many)) {
            JsonNode totals = status(position, "&limit=1&include=TOTALS").get("totals");
            assertThat(totals.at("/dependencyConflicts/count").asInt()).isEqualTo(1);
            assertThat(totals.at("/criticalRecommendations/count").asInt()).isEqualTo(1);
            assertThat(totals.at("/risks/0/count").asInt()).isEqualTo(1);
        }
        assertThat(status(many, "&limit=1&include=TOTALS")
                        .at("/totals/initiatives/count")
                        .asInt())
                .isEqualTo(MANY);
    }

    private static Map<String, Map<String, Integer>> counts(JsonNode status) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (JsonNode criterion : status.get("countsByRating"))
            for (JsonNode rating : criterion.get("ratings"))
                counts.computeIfAbsent(criterion.get("criterion").asString(), _ -> new TreeMap<>())
                        .put(
                                rating.get("rating").asString(),
                                rating.get("count").asInt());
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=name", "&sort=-name"})
    void pages_in_any_order_are_all_open_initiatives(String sort) {
        List<String> expected = new ArrayList<>();
        expected.add("CHILD Child");
        for (int n = 1; n < MANY; n++) expected.add(id(n) + " Name " + n % 7);
        Comparator<String> name = Comparator.comparing(item -> item.substring(item.indexOf(' ')));
        Comparator<String> id = Comparator.naturalOrder();
        expected.sort(
                switch (sort) {
                    case "" -> id;
                    case "&sort=name" -> name.thenComparing(id);
                    default -> name.reversed().thenComparing(id);
                });
        List<String> paged = new ArrayList<>();
        JsonNode page = status(many, "&limit=300" + sort);
        while (true) {
            for (JsonNode item : page.get("items"))
                paged.add(
                        item.get("id").asString() + " " + item.at("/name/value").asString());
            if (page.get("next").isNull()) break;
            page = status(
                    many, "&limit=300" + sort + "&cursor=" + page.get("next").asString());
        }
        assertThat(paged).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=name"})
    void the_whole_list_is_the_bytes_of_a_page_that_is_long_enough(String sort) {
        HttpResponse<byte[]> page = ask(few, "&limit=1000" + sort);
        HttpResponse<byte[]> whole = ask(few, "&limit=all" + sort);
        assertThat(whole.body()).asString(UTF_8).isEqualTo(new String(page.body(), UTF_8));
        assertThat(whole.headers().firstValue("ETag")).isEmpty();
        assertThat(whole.headers().firstValue("Cache-Control"))
                .isEqualTo(page.headers().firstValue("Cache-Control"));
        assertThat(whole.headers().firstValue("Content-Length")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=-name"})
    void a_long_list_is_the_items_of_all_its_pages(String sort) {
        JsonNode whole = status(many, "&limit=all" + sort);
        JsonNode first = status(many, "&limit=1000" + sort);
        JsonNode second = status(
                many, "&limit=1000" + sort + "&cursor=" + first.get("next").asString());
        List<JsonNode> items = new ArrayList<>();
        first.get("items").forEach(items::add);
        second.get("items").forEach(items::add);
        assertThat(whole.get("items")).containsExactlyElementsOf(items).hasSize(MANY);
        assertThat(whole.get("countsByRating")).isEqualTo(first.get("countsByRating"));
        assertThat(whole.get("next").isNull()).isTrue();
    }

    @Test
    void all_is_no_limit_of_another_list() {
        assertThat(served.refusal("/api/v1/initiatives?limit=all")).isEqualTo("400 malformed-request");
    }

    private static HttpResponse<byte[]> ask(long position, String parameters) {
        return served.ask(
                "/api/v1/portfolios/PF/status?asOf=2011-04-01&knownAt=position:" + position + parameters,
                "Sync-Token",
                Long.toString(many));
    }

    private static JsonNode status(long position, String parameters) {
        return served.get(
                "/api/v1/portfolios/PF/status?asOf=2011-04-01&knownAt=position:" + position + parameters, many);
    }
}
