package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.BrowserSettings;
import org.portfolioledger.http.RefusedToStart;

/** What browsers are told and allowed: pages of other origins use the API only where their origin is named. */
class BrowsersJourneyTest {

    private static final byte[] NOTHING = {};
    private static final String NAMED = "https://tools.example";
    private static final String PREFLIGHT = String.join(
            "\r\n",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization,content-type,idempotency-key",
            "");

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command("portfolio-ledger.http.browsers.origins[0]=" + NAMED);
        query = HALVES.query();
        assertThat(command.post("office", "/registers", Bodies.register("ACME")).status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/registers",
                "/api/v1/registers/NONE",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/problems",
                "/actuator/health",
                "/nowhere"
            })
    void every_answer_tells_browsers_to_take_no_chances(String path) {
        for (String user : new String[] {"", NoFault.as("reader")}) {
            Bare.Answer answer = send(query, "GET", path, user);
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
            assertThat(answer.header("content-security-policy"))
                    .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(answer.header("permissions-policy")).contains("camera=()");
            assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
            assertThat(answer.header("cache-control")).containsPattern("private|no-store");
            assertThat(answer.headers())
                    .doesNotContainKeys("server", "x-powered-by", "strict-transport-security", "set-cookie");
        }
    }

    @Test
    void what_the_container_itself_refuses_is_not_sniffed_and_not_kept_either() {
        Bare.Answer answer = new Bare(query).send("GET /<> HTTP/1.1\r\nHost: localhost\r\n", NOTHING);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.header("content-security-policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.headers()).doesNotContainKeys("server", "strict-transport-security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/people", "/api/v1/people/p-reader", "/api/v1/access-audit"})
    void no_browser_keeps_what_is_said_of_people(String path) {
        Bare.Answer answer = send(query, "GET", path, NoFault.as("assurance"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void a_page_of_a_named_origin_may_ask_and_send() {
        Bare.Answer asked = send(command, "OPTIONS", "/api/v1/initiatives", "Origin: " + NAMED + "\r\n" + PREFLIGHT);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.header("access-control-allow-origin")).isEqualTo(NAMED);
        assertThat(asked.header("access-control-allow-methods")).contains("POST");
        assertThat(asked.header("access-control-allow-headers")).containsIgnoringCase("idempotency-key");
        assertThat(asked.headers()).doesNotContainKey("access-control-allow-credentials");
        Bare.Answer sent = posted("FROM-PAGE", "Origin: " + NAMED + "\r\nSec-Fetch-Site: cross-site\r\n");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(sent.header("access-control-allow-origin")).isEqualTo(NAMED);
        assertThat(sent.header("access-control-expose-headers")).contains("Sync-Token");
        assertThat(sent.header("vary")).contains("Origin");
    }

    @Test
    void it_may_not_send_what_no_path_takes() {
        Bare.Answer refused = send(
                command,
                "OPTIONS",
                "/api/v1/initiatives",
                "Origin: " + NAMED + "\r\nAccess-Control-Request-Method: DELETE\r\n");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("/problems/foreign-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://tools.example.evil",
        "http://tools.example",
        "https://tools.example:444",
        "https://TOOLS.example",
        "null",
    })
    void a_page_of_any_other_origin_is_allowed_nothing(String origin) {
        for (Caller half : new Caller[] {command, query}) {
            Bare.Answer asked = send(half, "OPTIONS", "/api/v1/registers", "Origin: " + origin + "\r\n" + PREFLIGHT);
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.headers()).doesNotContainKey("access-control-allow-origin");
        }
        Bare.Answer read = send(query, "GET", "/api/v1/registers", NoFault.as("reader") + "Origin: " + origin + "\r\n");
        assertThat(read.headers()).doesNotContainKey("access-control-allow-origin");
        Bare.Answer sent = posted("FOREIGN", "Origin: " + origin + "\r\n");
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.body()).contains("/problems/foreign-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: same-origin, 201",
        "Sec-Fetch-Site: none, 201",
        "Origin: http://localhost, 201",
        "Origin: http://localhost:1, 403",
        "X-None: 1, 201"
    })
    void what_changes_something_comes_from_a_program_or_from_our_own_page(String header, int status) {
        String id = "R-" + Integer.toHexString(header.hashCode());
        assertThat(posted(id, header + "\r\n").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://*", "tools.example", "https://tools.example/", "ftp://x", "https://A.example", ""})
    void what_is_no_origin_is_refused_at_the_start(String origin) {
        assertThatThrownBy(() -> new BrowserSettings(java.util.List.of(origin), ""))
                .isInstanceOf(RefusedToStart.class);
    }

    private static Bare.Answer posted(String id, String headers) {
        byte[] body = Bodies.register(id).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Bare(command)
                .send(
                        "POST /api/v1/registers HTTP/1.1\r\nHost: localhost\r\n" + NoFault.AS_OFFICE
                                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n" + headers,
                        body);
    }

    private static Bare.Answer send(Caller half, String method, String path, String headers) {
        return new Bare(half).send("%s %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(method, path, headers), NOTHING);
    }
}
