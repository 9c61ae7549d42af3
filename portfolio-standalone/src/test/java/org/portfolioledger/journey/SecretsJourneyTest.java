package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Halves.Half;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets come from the environment or from files, and come out nowhere: not in the log, not over HTTP. */
class SecretsJourneyTest {

    private static final String OF_DATABASE = "dbsecret-7f3c9a";
    private final Halves halves = Halves.fresh();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        halves.close();
    }

    @Test
    void a_half_that_says_all_it_can_says_no_secret() throws IOException, InterruptedException {
        // From a file, as orchestrators mount them.
        Files.writeString(folder.resolve("spring.datasource.password"), OF_DATABASE);
        List<String> words = Half.COMMAND.arguments(
                halves.database(),
                List.of(
                        "logging.level.root=debug",
                        "logging.level.org.portfolioledger=trace",
                        "spring.config.import=configtree:" + folder + "/"));
        List<String> told = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(OF_DATABASE));
        try (OtherJvm jvm = OtherJvm.of(PortfolioCommandApplication.class, List.of(), words, Map.of())) {
            Caller half = new Caller(
                    "http://127.0.0.1:" + jvm.after("Tomcat started on port ").split(" ", 2)[0]);
            String office = bearer(TestIssuer.shared().token("office"));
            String operator = bearer(TestIssuer.shared().token("operator"));
            Bare.Answer opened = send(half, "POST", "/api/v1/registers", office, Bodies.register("ACME"));
            assertThat(opened.status()).as(opened.body()).isEqualTo(201);
            told.add(opened.toString());
            Bare.Answer made = send(half, "POST", "/api/v1/access-tokens", office, """
                    {"name": "report", "scope": ["read"], "expiresOn": "%s"}""".formatted(
                            LocalDate.now(ZoneOffset.UTC).plusDays(2)));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            String ofTool = made.body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            assertThat(ofTool).startsWith("plt_");
            secrets.addAll(List.of(
                    // What of a token is no secret is its head, which all tokens of an issuer share.
                    signature(TestIssuer.shared().token("office")),
                    signature(TestIssuer.shared().token("operator")),
                    ofTool.substring(ofTool.lastIndexOf('_') + 1),
                    // As HTTP Basic carries it.
                    encoded("report", ofTool),
                    encoded("report", ofTool + "x"),
                    encoded(ofTool, "x")));
            for (String user : List.of(
                    office,
                    operator,
                    bearer(ofTool),
                    as("report", ofTool),
                    as(ofTool, "x"),
                    as("report", ofTool + "x"),
                    bearer(TestIssuer.shared().token("office") + "x"),
                    ""))
                for (String path : List.of(
                        "/actuator",
                        "/actuator/health",
                        "/actuator/prometheus",
                        "/actuator/env",
                        "/actuator/configprops",
                        "/v3/api-docs",
                        "/api/v1/access/matrix",
                        "/api/v1/nothing",
                        "/error")) told.add(send(half, "GET", path, user, "").toString());
            told.add(send(half, "POST", "/api/v1/registers", office, "{").toString());
            told.add(send(half, "POST", "/api/v1/registers", operator, "{}").toString());
            told.add(new Bare(half)
                    .send("GET /<> HTTP/1.1\r\n" + office, new byte[0])
                    .toString());
            // The pool asks for the password anew.
            JdbcClient.create(halves.database().owner())
                    .sql(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'portfolio_command'")
                    .query(Long.class)
                    .single();
            told.add(send(half, "POST", "/api/v1/registers", office, Bodies.register("OTHER"))
                    .toString());
            told.addAll(jvm.said());
        }
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(leaks(told, secrets)).isEmpty();
    }

    @Test
    void a_half_that_cannot_sign_in_to_its_database_says_so_without_the_password()
            throws IOException, InterruptedException {
        List<String> words = Half.COMMAND.arguments(
                halves.database(),
                List.of(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere?connectTimeout=1",
                        "spring.datasource.hikari.connection-timeout=1000",
                        "logging.level.root=debug"));
        try (OtherJvm jvm = OtherJvm.of(
                PortfolioCommandApplication.class,
                List.of(),
                words,
                Map.of("SPRING_DATASOURCE_PASSWORD", OF_DATABASE))) {
            assertThat(jvm.exit()).isEqualTo(1);
            assertThat(jvm.said()).isNotEmpty();
            assertThat(leaks(jvm.said(), List.of(OF_DATABASE))).isEmpty();
        }
    }

    /** What is said where a secret is. */
    private static List<String> leaks(List<String> told, List<String> secrets) {
        return told.stream()
                .flatMap(text -> secrets.stream()
                        .filter(text::contains)
                        .map(secret -> text.substring(
                                Math.max(0, text.indexOf(secret) - 300),
                                Math.min(text.length(), text.indexOf(secret) + 100))))
                .toList();
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static String encoded(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static String as(String user, String password) {
        return "Authorization: Basic " + encoded(user, password) + "\r\n";
    }

    private static Bare.Answer send(Caller half, String method, String path, String headers, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        String type = method.equals("POST")
                ? "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n"
                : "";
        return new Bare(half)
                .send("%s %s HTTP/1.1\r\nHost: localhost\r\n%s%s".formatted(method, path, headers, type), bytes);
    }
}
