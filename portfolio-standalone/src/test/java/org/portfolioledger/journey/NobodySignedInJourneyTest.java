package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever is not signed in gets health, the pages of problems and the API documents, and nothing else. */
class NobodySignedInJourneyTest {

    private static final byte[] NOTHING = {};
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** Every path of both API documents, as {@link Council} put it on record, with every method. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Basic %s\r\n",
                "Authorization: Basic !\r\n",
                "Authorization: Bearer x.y.z\r\n",
                "Authorization: Digest x\r\n",
                "Cookie: JSESSIONID=0123456789ABCDEF\r\n"
            })
    void no_path_of_the_api_answers(String credentials) {
        String unknown = Base64.getEncoder().encodeToString("nobody:nothing".getBytes(UTF_8));
        List<String> answered = new ArrayList<>();
        int tried = 0;
        for (Caller half : List.of(command, query))
            for (ApiDocument.Operation operation : ApiDocument.of(half).operations()) {
                // All methods of each path without credentials; with some, its own, for wrong ones are slowed.
                for (String method : credentials.isEmpty() ? METHODS : List.of(operation.method())) {
                    tried++;
                    Bare.Answer answer =
                            ask(half, method, "/api/v1" + operation.concrete(), credentials.formatted(unknown));
                    boolean refused = answer.status() == 401 || (!credentials.isEmpty() && answer.status() == 429);
                    if (!refused || isMore(method, answer))
                        answered.add(method + " " + operation.path() + " " + answer);
                }
            }
        assertThat(answered).isEmpty();
        assertThat(tried).isGreaterThan(credentials.isEmpty() ? 2_000 : 300);
    }

    /** Whether it tells more than that nobody is signed in. */
    private static boolean isMore(String method, Bare.Answer answer) {
        boolean plain = answer.body().contains("/problems/not-authenticated")
                || answer.body().contains("/problems/too-many-attempts");
        return !method.equals("HEAD") && !plain;
    }

    @Test
    void what_the_api_documents_open_to_all_is_the_pages_of_problems() {
        for (Caller half : List.of(command, query)) {
            JsonNode paths = half.page().required("paths");
            List<String> open = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : paths.properties())
                for (String method : path.getValue().propertyNames())
                    if (!path.getKey().startsWith("/api/v1/"))
                        open.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            assertThat(open).containsExactlyInAnyOrder("GET /problems", "GET /problems/{slug}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 302",
        "/swagger-ui.html, 302",
        "/swagger-ui/index.html, 200",
        "/v3/api-docs, 200",
        "/v3/api-docs/swagger-config, 200",
        "/v3/api-docs.yaml, 200",
        "/problems, 200",
        "/problems/not-found, 200",
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator, 401",
        "/actuator/prometheus, 401",
        "/actuator/env, 401",
        "/actuator/heapdump, 401",
        "/actuator/configprops, 401",
        "/actuator/mappings, 401",
        "/actuator/loggers, 401",
        "/actuator/healthx, 401",
        "/api, 401",
        "/nowhere, 401",
        "/webjars/swagger-ui/index.html, 401"
    })
    void the_open_pages_are_these(String path, int status) {
        for (Caller half : List.of(command, query))
            assertThat(ask(half, "GET", path, "").status()).as(path).isEqualTo(status);
    }

    @Test
    void health_shows_no_details_but_to_operators() {
        for (Caller half : List.of(command, query)) {
            assertThat(ask(half, "GET", "/actuator/health", "").body()).doesNotContain("components", "details");
            assertThat(ask(half, "GET", "/actuator/health", NoFault.as("reader"))
                            .body())
                    .doesNotContain("details");
            assertThat(ask(half, "GET", "/actuator/health", NoFault.as("operator"))
                            .body())
                    .contains("components");
        }
    }

    @Test
    void measurements_are_for_operators_and_no_other_page_of_the_actuator_is_there() {
        for (Caller half : List.of(command, query)) {
            assertThat(ask(half, "GET", "/actuator/prometheus", NoFault.as("operator"))
                            .status())
                    .isEqualTo(200);
            for (String user : List.of("office", "assurance", "reader"))
                for (String page : List.of("", "/prometheus", "/env", "/heapdump"))
                    assertThat(ask(half, "GET", "/actuator" + page, NoFault.as(user))
                                    .status())
                            .as(user + page)
                            .isEqualTo(403);
            for (String page :
                    List.of("/env", "/heapdump", "/configprops", "/beans", "/loggers", "/threaddump", "/shutdown"))
                assertThat(ask(half, "GET", "/actuator" + page, NoFault.as("operator"))
                                .status())
                        .as(page)
                        .isEqualTo(404);
        }
    }

    private static Bare.Answer ask(Caller half, String method, String path, String headers) {
        String head = "%s %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(method, path, headers);
        return new Bare(half).send(method.equals("POST") ? head + "Content-Length: 0\r\n" : head, NOTHING);
    }
}
