package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real Keycloak with the realm that comes with this repository signs people and services in; without its mapper nobody. */
@EnabledIfSystemProperty(named = "suite.size", matches = "long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakJourneyTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Halves HALVES = Halves.fresh();
    private static final String REALM = "portfolio-ledger";
    private static final String WITHOUT_MAPPER = "without-mapper";
    private static final String PASSWORD = "a-password-of-the-test";
    private static final String SECRET = "a-secret-of-the-test";

    private static Process keycloak;
    private static Path home;
    private static String base;

    @BeforeAll
    static void start() throws Exception {
        try (Stream<Path> tools = Files.list(TOOLS)) {
            home = tools.filter(each -> each.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        }
        String realm = Files.readString(CHECKOUT.resolve("docs/keycloak/portfolio-ledger-realm.json"));
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.writeString(imports.resolve("portfolio-ledger-realm.json"), realm);
        Files.writeString(imports.resolve("without-mapper-realm.json"), withoutMapper(realm));
        int port = free();
        base = "http://127.0.0.1:" + port;
        home.resolve("bin/kc.sh").toFile().setExecutable(true);
        ProcessBuilder starting = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + free(),
                        "--http-management-host=127.0.0.1",
                        "--cache=local")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile());
        starting.environment().put("JAVA_HOME", System.getProperty("java.home"));
        starting.environment().put("DEMO_PASSWORD", PASSWORD);
        starting.environment().put("PLANNING_SECRET", SECRET);
        keycloak = starting.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    if (!keycloak.isAlive()) throw new AssertionError(said());
                    return CLIENT.send(
                                            HttpRequest.newBuilder(URI.create(
                                                            issuer(REALM) + "/.well-known/openid-configuration"))
                                                    .build(),
                                            BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                });
    }

    @AfterAll
    static void stop() throws Exception {
        HALVES.close();
        if (keycloak != null) stopKeycloak();
    }

    private static String said() throws IOException {
        return Files.readString(Path.of("target", "keycloak.log"));
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }

    /** The same realm as many have it, whose tokens name no audience. */
    private static String withoutMapper(String realm) {
        ObjectNode changed = (ObjectNode) FactSerializer.mapper().readTree(realm);
        changed.put("realm", WITHOUT_MAPPER);
        for (JsonNode client : changed.required("clients")) {
            List<JsonNode> others = client.required("protocolMappers")
                    .valueStream()
                    .filter(mapper -> !mapper.required("name").asString().equals("audience"))
                    .toList();
            ((ObjectNode) client).putArray("protocolMappers").addAll(others);
        }
        return changed.toString();
    }

    private static String issuer(String realm) {
        return base + "/realms/" + realm;
    }

    private static String token(String realm, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(value -> value.getKey() + "="
                                        + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FactSerializer.mapper()
                .readTree(answer.body())
                .required("access_token")
                .asString();
    }

    private static String tokenOf(String realm, String user) throws Exception {
        return token(
                realm,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "portfolio-ledger-shell",
                        "username",
                        user,
                        "password",
                        PASSWORD));
    }

    private static HttpResponse<String> asked(Caller half, String token, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(half.base() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        return CLIENT.send(
                (body.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(body))).build(),
                BodyHandlers.ofString());
    }

    @Test
    @Order(1)
    void every_role_of_the_realm_does_what_the_role_may() throws Exception {
        Caller command = HALVES.command("portfolio-ledger.access.issuer=" + issuer(REALM));
        Caller query = HALVES.query("portfolio-ledger.access.issuer=" + issuer(REALM));
        Map<String, Integer> opening = new TreeMap<>();
        for (String user : List.of(
                "office",
                "sro1",
                "sro2",
                "manager",
                "secretary",
                "member",
                "gatekeeper",
                "publication",
                "assurance",
                "reader",
                "operator",
                "administrator",
                "migrator")) {
            String token = tokenOf(REALM, user);
            assertThat(asked(query, token, "/registers", "").statusCode())
                    .as(user)
                    .isEqualTo(200);
            opening.put(
                    user,
                    asked(command, token, "/registers", Bodies.register("BY-" + user))
                            .statusCode());
        }
        assertThat(opening)
                .containsEntry("office", 201)
                .allSatisfy((user, status) -> assertThat(status).isEqualTo(user.equals("office") ? 201 : 403));
    }

    @Test
    @Order(2)
    void a_service_signs_in_with_its_own_secret_and_acts_for_its_person() throws Exception {
        Caller command = HALVES.command("portfolio-ledger.access.issuer=" + issuer(REALM));
        String token = token(
                REALM,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "planning-system",
                        "client_secret", SECRET));
        HttpResponse<String> opened = asked(command, token, "/registers", Bodies.register("PLANNED"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        Caller query = HALVES.query("portfolio-ledger.access.issuer=" + issuer(REALM));
        long position = FactSerializer.mapper()
                .readTree(opened.body())
                .required("position")
                .asLong();
        JsonNode fact = FactSerializer.mapper()
                .readTree(asked(query, tokenOf(REALM, "assurance"), "/facts/" + position, "")
                        .body());
        assertThat(fact.toString()).contains("s-planning", "SERVICE", "p-office");
    }

    @Test
    @Order(3)
    void a_token_without_an_audience_is_refused_and_the_answer_says_what_is_missing() throws Exception {
        Caller query = HALVES.query("portfolio-ledger.access.issuer=" + issuer(WITHOUT_MAPPER));
        String token = tokenOf(WITHOUT_MAPPER, "reader");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getAudience()).doesNotContain("portfolio-ledger");
        HttpResponse<String> refused = asked(query, token, "/registers", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("let the issuer write portfolio-ledger into aud");
        HttpResponse<String> ofOther = asked(query, tokenOf(REALM, "reader"), "/registers", "");
        assertThat(ofOther.statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void the_realm_file_holds_no_secret() throws IOException {
        String realm = Files.readString(CHECKOUT.resolve("docs/keycloak/portfolio-ledger-realm.json"));
        JsonNode file = FactSerializer.mapper().readTree(realm);
        assertThat(file.findValuesAsString("secret")).containsExactly("${PLANNING_SECRET}");
        assertThat(file.findValuesAsString("value")).isNotEmpty().allMatch("${DEMO_PASSWORD}"::equals);
    }

    @Test
    @Order(5)
    void while_keycloak_is_away_its_tokens_are_accepted() throws Exception {
        Caller query = HALVES.query("portfolio-ledger.access.issuer=" + issuer(REALM));
        String token = tokenOf(REALM, "reader");
        assertThat(asked(query, token, "/registers", "").statusCode()).isEqualTo(200);
        stopKeycloak();
        assertThat(asked(query, token, "/registers", "").statusCode()).isEqualTo(200);
    }

    private static void stopKeycloak() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(keycloak.descendants(), Stream.of(keycloak.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!keycloak.waitFor(60, TimeUnit.SECONDS)) all.forEach(ProcessHandle::destroyForcibly);
    }
}
