package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.ApiContract;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** The API pages say of every operation what it takes and what it answers. */
class ApiPageJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static Map<String, JsonNode> pages;

    @BeforeAll
    static void read() {
        command = HALVES.command();
        query = HALVES.query();
        pages = Map.of("command", command.page(), "query", query.page());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** One operation. */
    private record Described(String name, String method, JsonNode operation) {}

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void it_is_openapi_3_1_and_defines_whatever_it_refers_to(String half) {
        JsonNode page = page(half);
        assertThat(page.path("openapi").asString()).startsWith("3.1");
        assertThat(page.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(page.at(reference.substring(1)).isObject())
                                .as(reference)
                                .isTrue());
        assertThat(page.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "title", "status", "detail", "errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void every_operation_is_described(String half) {
        List<String> lacking = new ArrayList<>();
        for (Described one : operations(half)) {
            for (String words : List.of("summary", "description"))
                if (one.operation().path(words).asString("").isBlank()) lacking.add(one.name() + " lacks a " + words);
            for (JsonNode parameter : one.operation().path("parameters")) {
                boolean described = parameter.has("schema") && parameter.has("description");
                if (!described)
                    lacking.add(one.name() + " does not describe "
                            + parameter.path("name").asString());
            }
            if (one.method().equals("post")
                    && !takesNoBody(one)
                    && !isShown(one.operation().path("requestBody"))) lacking.add(one.name() + " does not show a body");
        }
        assertThat(lacking).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void every_operation_shows_its_answers_and_how_it_refuses(String half) {
        List<String> lacking = new ArrayList<>();
        for (Described one : operations(half)) {
            boolean refuses = false;
            for (Map.Entry<String, JsonNode> answer :
                    one.operation().path("responses").properties()) {
                String status = answer.getKey();
                boolean shown =
                        status.startsWith("2") ? isShown(answer.getValue()) : isProblem(status, answer.getValue());
                refuses |= status.startsWith("4");
                if (!shown && !status.equals("304")) lacking.add(one.name() + " does not show its " + status);
            }
            if (!refuses) lacking.add(one.name() + " names no refusal");
        }
        assertThat(lacking).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void every_example_fits_its_schema(String half) {
        assertThat(new ApiContract(page(half)).misfitsOfExamples()).isEmpty();
    }

    @Test
    void an_operation_without_an_example_or_without_a_schema_is_not_shown() {
        String described = """
                {"content": {"application/json": {"schema": {"type": "object"}, "example": {"id": "PG-HOMES"}}}}""";
        assertThat(isShown(FactSerializer.mapper().readTree(described))).isTrue();
        assertThat(isShown(FactSerializer.mapper().readTree(described.replace("example", "other"))))
                .isFalse();
        assertThat(isShown(FactSerializer.mapper().readTree(described.replace("schema", "other"))))
                .isFalse();
        assertThat(isShown(FactSerializer.mapper().readTree(described.replace("{\"id\": \"PG-HOMES\"}", "{}"))))
                .isFalse();
        assertThat(isShown(FactSerializer.mapper().readTree("{\"content\": {}}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void who_opens_the_address_of_a_half_is_led_to_its_page(String half) throws Exception {
        String base = (half.equals("command") ? command : query).base();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(base + "/")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/swagger-ui/index.html");
        assertThat(answer.body()).contains("Swagger UI");
    }

    /** The path says it all. */
    private static boolean takesNoBody(Described one) {
        return Stream.of("/erasures", "/retries", "/cancellations", "/{accessToken}/revocations")
                .anyMatch(one.name()::endsWith);
    }

    private static boolean isShown(JsonNode described) {
        JsonNode content = described.path("content");
        return !content.isEmpty()
                && !content.has("*/*")
                && content.valueStream().allMatch(media -> !media.path("schema").isEmpty() && hasExample(media));
    }

    private static boolean hasExample(JsonNode media) {
        JsonNode example = media.path("example");
        return !example.isEmpty() || !example.asString("").isBlank();
    }

    private static boolean isProblem(String status, JsonNode answer) {
        JsonNode problem = answer.path("content").path("application/problem+json");
        return problem.path("schema").path("$ref").asString("").matches("#/components/schemas/(Import)?Problem")
                && problem.path("example").path("status").asString("").equals(status)
                && problem.path("example").path("type").asString("").startsWith("/problems/");
    }

    private static List<Described> operations(String half) {
        return page(half).path("paths").properties().stream()
                .flatMap(path -> Stream.of("get", "post")
                        .filter(path.getValue()::has)
                        .map(method -> new Described(
                                method + " " + path.getKey(),
                                method,
                                path.getValue().get(method))))
                .toList();
    }

    private static JsonNode page(String half) {
        JsonNode page = pages.get(half);
        if (page == null) throw new IllegalArgumentException(half);
        return page;
    }
}
