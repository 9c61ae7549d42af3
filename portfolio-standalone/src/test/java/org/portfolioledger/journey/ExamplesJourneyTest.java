package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.EveryRead.Line;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of the API page are answers about the {@link TravelledRegister}. With {@code -Dexamples=record} they are
 * written anew instead of compared.
 */
class ExamplesJourneyTest {

    private static final JsonMapper JSON = FactSerializer.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Path RECORDED = Path.of("..", "portfolio-query", "src", "main", "resources", "examples");
    private static final boolean RECORD = "record".equals(System.getProperty("examples"));

    /** What is different whenever the same is recorded. */
    private static final Map<String, String> VOLATILE = Map.of(
            "recordedAt", "2021-03-02T09:00:00.000001Z",
            "begunAt", "2021-03-01T09:00:00.000001Z",
            "endedAt", "2021-03-01T09:00:07.000003Z",
            "liveAt", "2021-03-01T09:00:00.000002Z",
            "eventId", "0198c0de-0000-7000-8000-000000000001",
            "command", "7b0e5c1a-5b7f-4c53-9d53-0c1d6f3f9a11",
            "leafHash", "3f".repeat(32));

    private static final Turns SOME = new Turns();
    private static final Halves HALVES = Halves.fresh();
    private static TravelledRegister register;
    private static Caller command;
    private static Caller query;
    private static JsonNode commands;
    private static JsonNode page;

    @BeforeAll
    static void travel() {
        command = HALVES.command();
        commands = command.page();
        register = TravelledRegister.whole(command);
        query = HALVES.query();
        page = query.page();
        query.verifiedAfter(register.last());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** Of every read for readers, the first question that is answered when all was known. */
    static Stream<String> operations() {
        return EveryRead.LINES.stream()
                .map(Line::operation)
                .filter(operation -> !operation.equals("/api/v1/access-audit"))
                .distinct();
    }

    static Stream<Line> lines() {
        return EveryRead.LINES.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_example_is_what_is_answered(String operation) throws IOException {
        JsonNode answer = settled(answerTo(operation));
        JsonNode described = described(page, operation, "get");
        if (RECORD) {
            String file = described.required("operationId").asString() + ".200.json";
            Files.createDirectories(RECORDED);
            Files.writeString(RECORDED.resolve(file), JSON.writeValueAsString(answer) + "\n");
        } else {
            assertThat(example(described, "200")).isEqualTo(answer);
        }
    }

    /** The caller holds each answer against the document. */
    @ParameterizedTest
    @MethodSource("lines")
    void every_answer_fits_the_schema_that_its_operation_states(Line line) {
        assertThat(described(page, line.operation(), "get")
                        .at("/responses/200/content/application~1json/schema")
                        .isEmpty())
                .isFalse();
        assertThat(SOME.of(line.questions(register)).stream()
                        .map(question -> ask(question).status()))
                .isNotEmpty()
                .allMatch(status -> status < 500);
    }

    @Test
    void the_examples_of_the_directory_are_what_is_sent_and_answered() {
        JsonNode people = described(commands, "/api/v1/people", "post");
        String body =
                people.at("/requestBody/content/application~1json/example").toString();
        Caller.Reply added = command.post("office", "/people", body);
        assertThat(added.status()).isEqualTo(201);
        assertThat(example(people, "201")).isEqualTo(added.json());
        assertThat(example(people, "200"))
                .isEqualTo(command.post("office", "/people", body).json());
        String erasures = "/people/" + added.json().required("id").asString() + "/erasures";
        assertThat(example(described(commands, "/api/v1/people/{id}/erasures", "post"), "200"))
                .isEqualTo(command.post("office", erasures, "").json());
    }

    @Test
    void the_example_of_an_import_is_what_is_answered() {
        JsonNode imports = described(commands, "/api/v1/imports", "post");
        JsonNode sent = imports.at("/requestBody/content/application~1x-ndjson/example");
        String line = (sent.isString() ? sent.asString() : sent.toString()).replace("PG-HOMES", "PG-T");
        ObjectNode report =
                (ObjectNode) command.imports("office", line, "?dryRun=true").json();
        report.put("dryRun", false);
        report.put("position", 412);
        assertThat(example(imports, "200")).isEqualTo(report);
    }

    @Test
    void the_examples_of_problems_are_of_the_catalogue() {
        JsonNode catalogue = query.getBeside("/problems").json();
        assertThat(catalogue.valueStream())
                .containsAll(example(described(page, "/problems", "get"), "200")
                        .valueStream()
                        .toList())
                .contains(example(described(page, "/problems/{slug}", "get"), "200"));
    }

    private static JsonNode described(JsonNode document, String path, String method) {
        return document.required("paths").required(path).required(method);
    }

    private static JsonNode example(JsonNode operation, String status) {
        JsonNode content = operation.at("/responses/" + status + "/content");
        assertThat(content.size())
                .as(operation.path("operationId").asString(""))
                .isEqualTo(1);
        return content.valueStream().findFirst().orElseThrow().path("example");
    }

    private static JsonNode answerTo(String operation) {
        return EveryRead.LINES.stream()
                .filter(line -> line.operation().equals(operation))
                .map(line -> line.asked(line.points().getLast()))
                .map(question ->
                        ask(paged(operation) ? question + (question.contains("?") ? "&" : "?") + "limit=1" : question))
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is answered of " + operation))
                .json();
    }

    /** One item shows what a list is, but for a status, which is about all. */
    private static boolean paged(String operation) {
        return !operation.endsWith("/status")
                && described(page, operation, "get")
                        .path("parameters")
                        .valueStream()
                        .anyMatch(
                                parameter -> parameter.path("name").asString("").equals("limit"));
    }

    private static JsonNode settled(JsonNode answer) {
        if (answer instanceof ObjectNode object)
            VOLATILE.forEach((member, fixed) -> {
                if (object.path(member).isString()) object.put(member, fixed);
            });
        answer.forEach(ExamplesJourneyTest::settled);
        return answer;
    }

    private static Caller.Reply ask(String path) {
        return query.getAfter(register.last(), register.path(path));
    }
}
