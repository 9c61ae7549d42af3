package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/**
 * The OWASP API Security Top 10 of 2023, a class for each item, all against one pair of halves: OWN is an initiative of
 * p-sro1, PG-2 is not.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OwaspApiTop10JourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        Council.settle(command);
        taken("/initiatives", """
                {"id": "OWN", "register": "ACME", "level": "PROGRAMME", "name": "Bridges", "placement": {"portfolio": "PF"},
                 "effectiveOn": "2026-01-05"}""");
        taken("/initiatives/OWN/appointments", Bodies.sro("SRO-OWN", "p-sro1", "2026-01-05"));
        assertThat(command.post("sro1", "/initiatives/OWN/rag-assessments", rating("2026-02-01"))
                        .status())
                .as("an SRO rates the own initiative")
                .isEqualTo(201);
    }

    private static LocalDate inTwoDays() {
        return LocalDate.now(ZoneId.of("Europe/London")).plusDays(2);
    }

    private static String rating(String day) {
        return Bodies.rating("RED", day).replace("ACME_RAG", "RAG");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static Reply taken(String path, String body) {
        Reply reply = command.record(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private static Bare.Answer sent(Caller half, String method, String path, String headers, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return new Bare(half)
                .send(
                        "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n%s"
                                .formatted(method, path, bytes.length, headers),
                        bytes);
    }

    private static String as(String user) {
        return "Authorization: " + Caller.signedIn(user) + "\r\n";
    }

    private static String bearing(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static String problem(Bare.Answer answer) {
        return answer.status() < 400
                ? ""
                : FactSerializer.mapper()
                        .readTree(answer.body())
                        .path("type")
                        .asString("")
                        .replace("/problems/", "");
    }

    /** Nothing that is refused leaves a fact. */
    abstract static class NothingIsRecorded {

        private long before;

        @BeforeEach
        void look() {
            before = LEDGER.head().position();
        }

        @AfterEach
        void nothing_was_recorded() {
            assertThat(LEDGER.head().position()).isEqualTo(before);
        }
    }

    @Nested
    class Api1BrokenObjectLevelAuthorization extends NothingIsRecorded {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PG-2",
                    "pg-2",
                    "%50G-2",
                    "PG%2D2",
                    "OWN/../PG-2",
                    "OWN%2F..%2FPG-2",
                    "OWN;x=/PG-2",
                    "PG-2;x=OWN"
                })
        void an_sro_does_not_rate_an_initiative_of_others_however_it_is_written(String id) {
            Bare.Answer answer = sent(
                    command,
                    "POST",
                    "/api/v1/initiatives/" + id + "/rag-assessments",
                    as("sro1") + "Content-Type: application/json\r\n",
                    rating("2026-03-01"));
            assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
        }

        @Test
        void nor_by_a_line_of_an_import() {
            String line = Bodies.line("k", "/initiatives/PG-2/rag-assessments", rating("2026-03-01"));
            Reply report = command.imports("sro1", line, "?onError=skip");
            assertThat(report.json().at("/report/recorded").asInt(-1))
                    .as(report.text())
                    .isZero();
            assertThat(report.json().at("/report/refusals/0/problem/type").asString())
                    .isEqualTo("/problems/not-own-initiative");
        }

        @Test
        void an_import_and_a_token_of_others_are_not_there() {
            assertThat(command.imports("office", "\n", "?id=OF-THE-OFFICE&dryRun=true")
                            .status())
                    .isEqualTo(200);
            for (String path : List.of("/imports/OF-THE-OFFICE", "/imports/OF-THE-OFFICE/refusals"))
                assertThat(command.get("sro1", path).status()).as(path).isEqualTo(404);
            Reply token = command.post("office", "/access-tokens", """
                    {"name": "Mine", "scope": ["read"], "expiresOn": "%s"}""".formatted(inTwoDays()));
            assertThat(token.status()).as(token.text()).isEqualTo(201);
            String id = token.json().required("id").asString();
            assertThat(command.get("sro1", "/access-tokens").text()).doesNotContain(id);
            assertThat(command.post("sro1", "/access-tokens/" + id + "/revocations", "{}")
                            .status())
                    .isIn(403, 404);
        }
    }

    /** Last, for it uses up the attempts of this address. */
    @Nested
    @Order(Integer.MAX_VALUE)
    class Api2BrokenAuthentication extends NothingIsRecorded {

        @Test
        void neither_half_takes_a_token_that_the_issuer_did_not_sign() throws Exception {
            var office = TestIssuer.shared().claims("office").build();
            var foreign = TestIssuer.newKey();
            for (String token : List.of(
                    new PlainJWT(office).serialize(),
                    TestIssuer.signed(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .keyID(TestIssuer.shared().key().getKeyID())
                                    .build(),
                            office,
                            new ECDSASigner(foreign)))) {
                assertThat(sent(query, "GET", "/api/v1/registers", bearing(token), "")
                                .status())
                        .isEqualTo(401);
                assertThat(sent(
                                        command,
                                        "POST",
                                        "/api/v1/registers",
                                        bearing(token) + "Content-Type: application/json\r\n",
                                        Bodies.register("FORGED"))
                                .status())
                        .isEqualTo(401);
            }
        }

        @Test
        void whoever_guesses_is_slowed_and_the_others_are_not() {
            String guess = "plt_" + "A".repeat(12) + "_" + "A".repeat(43);
            Set<Integer> answers = Stream.generate(() -> sent(query, "GET", "/api/v1/registers", bearing(guess), "")
                            .status())
                    .limit(30)
                    .collect(Collectors.toSet());
            assertThat(answers).contains(429).isSubsetOf(401, 429);
            assertThat(query.get("reader", "/registers").status()).isEqualTo(200);
        }
    }

    @Nested
    class Api3BrokenObjectPropertyLevelAuthorization extends NothingIsRecorded {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "actor",
                    "recordedBy",
                    "recordedAt",
                    "position",
                    "onBehalfOf",
                    "roles",
                    "grants",
                    "hash",
                    "fact",
                    "ultraVires",
                    "restsOn",
                    "alerts",
                    "register_",
                    "Id",
                    "constructor",
                    "class"
                })
        void what_the_system_says_itself_is_no_member_of_a_command(String member) {
            Reply reply = command.post(
                    "office",
                    "/initiatives",
                    Bodies.initiative("PG-M", "Homes", "PF").replaceFirst("\\{", "{\"" + member + "\": \"x\", "));
            assertThat(reply.status()).as(reply.text()).isEqualTo(400);
            assertThat(reply.text()).contains(member);
        }

        @Test
        void only_a_migrator_says_when_something_was_known() {
            Reply reply = command.post(
                    "office", "/initiatives", Bodies.known("2019-01-01", Bodies.initiative("PG-M", "Homes", "PF")));
            assertThat(reply.status()).as(reply.text()).isIn(403, 409);
        }

        @Test
        void no_answer_has_the_secret_of_a_token_again_nor_the_contact_of_a_person_for_everybody() {
            Reply token = command.post("reader", "/access-tokens", """
                    {"name": "Mine", "scope": ["read"], "expiresOn": "%s"}""".formatted(inTwoDays()));
            String secret = token.json().required("token").asString();
            assertThat(command.get("reader", "/access-tokens").text())
                    .contains(token.json().required("id").asString())
                    .doesNotContain(secret.substring(secret.lastIndexOf('_') + 1));
            assertThat(command.post("office", "/people", """
                    {"id": "p-quiet", "name": "Quinn Quiet", "contact": "quinn@council.example"}""").status()).isIn(200, 201);
            for (String path : List.of("/people", "/people/p-quiet"))
                assertThat(query.get("reader", path).text()).doesNotContain("quinn@council.example");
        }
    }

    @Nested
    class Api4UnrestrictedResourceConsumption extends NothingIsRecorded {

        @Test
        void what_is_too_much_is_refused_before_anything_is_done() {
            String deep = "[".repeat(600) + "]".repeat(600);
            assertThat(command.post("office", "/registers", "{\"id\": " + deep + "}")
                            .status())
                    .isEqualTo(400);
            assertThat(command.post("office", "/registers", "{\"id\": \"" + "x".repeat(20_001) + "\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(command.post("office", "/registers", "{\"id\": \"" + "x".repeat(1 << 20) + "\"}")
                            .status())
                    .isEqualTo(413);
            assertThat(query.get("reader", "/initiatives?limit=1001").status()).isEqualTo(400);
            assertThat(query.get("reader", "/initiatives?name=" + "x".repeat(8_000))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void every_answer_says_how_many_requests_are_left() {
            for (Caller half : List.of(command, query)) {
                String path = half == query ? "/registers" : "/access-tokens";
                assertThat(half.get("reader", path).header("RateLimit-Policy")).contains("q=", "w=");
                assertThat(half.get("reader", path).header("RateLimit")).contains("r=", "t=");
            }
        }
    }

    @Nested
    class Api5BrokenFunctionLevelAuthorization extends NothingIsRecorded {

        @Test
        void a_reader_can_send_none_of_the_commands() {
            for (ApiDocument.Operation post : ApiDocument.of(command).all("POST")) {
                // Everybody looks after the own tokens and sign-outs.
                if (post.path().startsWith("/access-tokens") || post.path().equals("/sign-outs")) continue;
                Reply reply = post.path().startsWith("/imports")
                        ? command.imports("reader", "{}", post.path().substring("/imports".length()))
                        : command.post("reader", post.concrete(), "{}");
                assertThat(reply.status()).as(post.path() + " " + reply.text()).isIn(403, 404);
            }
        }

        @Test
        void what_operators_do_is_done_by_nobody_else() {
            for (String user : List.of("reader", "office", "secretary", "sro1", "nobody"))
                for (String path : List.of("/audit/row-verifications", "/rows/generations"))
                    assertThat(query.post(user, path, "{}").status())
                            .as(user + " " + path)
                            .isIn(403, 404, 405);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-HTTP-Method-Override: POST\r\n",
                    "X-Method-Override: POST\r\n",
                    "X-HTTP-Method: POST\r\n",
                    "X-Original-URL: /api/v1/registers\r\n",
                    "X-Rewrite-URL: /api/v1/registers\r\n",
                    "X-Forwarded-User: office\r\n",
                    "X-Remote-User: office\r\n",
                    "X-User: office\r\nX-Roles: PORTFOLIO_OFFICE\r\n"
                })
        void no_header_gives_another_method_path_or_person(String header) {
            for (String method : List.of("GET", "POST")) {
                Bare.Answer answer = sent(
                        command,
                        method,
                        "/api/v1/registers?_method=POST",
                        as("reader") + "Content-Type: application/json\r\n" + header,
                        Bodies.register("OVERRIDDEN"));
                assertThat(answer.status()).as(method + " " + answer).isIn(400, 403, 404, 405);
            }
        }
    }

    @Nested
    class Api6UnrestrictedAccessToSensitiveBusinessFlows {

        @Test
        void nobody_approves_what_they_submitted_and_no_machine_approves() {
            TestIssuer.shared().knows("office-as-board", "p-office", "BOARD_SECRETARY");
            TestIssuer.shared().knowsMachine("clerk", "a-clerk", "AGENT", "p-secretary", "BOARD_SECRETARY");
            taken("/business-cases", """
                    {"id": "BC-6", "register": "ACME", "initiative": "PG-2", "stage": "SOC", "title": "Roads",
                     "route": ["BD-INV"], "owners": ["p-sro2"], "effectiveOn": "2026-02-01"}""");
            taken(
                    "/business-cases/BC-6/versions",
                    Bodies.version(900).replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}", "2026-02-10"));
            taken(
                    "/business-cases/BC-6/submissions",
                    Bodies.submission().replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}", "2026-02-12"));
            long before = LEDGER.head().position();
            String approval = Bodies.decision("BD-INV", "APPROVED", "2026-06-01");
            for (String user : List.of("office-as-board", "clerk")) {
                Reply refused = command.post(user, "/business-cases/BC-6/decisions", approval);
                assertThat(refused.status()).as(user + refused.text()).isIn(403, 409);
            }
            assertThat(LEDGER.head().position()).isEqualTo(before);
            Reply approved = command.post("secretary", "/business-cases/BC-6/decisions", approval);
            assertThat(approved.status()).as(approved.text()).isEqualTo(201);
        }

        @Test
        void a_command_that_many_send_at_once_under_one_key_happens_once() {
            long before = LEDGER.head().position();
            List<Reply> replies = Together.act(
                    8,
                    _ -> command.post(
                            "sro1",
                            "/initiatives/OWN/rag-assessments",
                            rating("2026-04-01"),
                            "Idempotency-Key",
                            "at-once"));
            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertThat(LEDGER.head().position()).isEqualTo(before + 1);
        }
    }

    /** Sends addresses with every command, some of which are taken. */
    @Nested
    @Order(Integer.MAX_VALUE - 1)
    class Api7ServerSideRequestForgery {

        private final AtomicInteger reached = new AtomicInteger();

        @Test
        void no_address_that_a_client_names_is_visited() throws IOException {
            HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            inside.createContext("/", exchange -> {
                reached.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            inside.start();
            try {
                String address = "http://127.0.0.1:" + inside.getAddress().getPort() + "/";
                int texts = 0;
                for (ApiDocument.Operation post : ApiDocument.of(command).all("POST")) {
                    if (!post.takesJson()) continue;
                    var body = Members.example(post);
                    for (String pointer : Members.of(post, body)) {
                        if (!body.at(pointer).isString()) continue;
                        texts++;
                        command.record(post.concrete(), Members.replaced(body, pointer, "\"" + address + "\""));
                    }
                }
                assertThat(texts).isGreaterThan(300);
                for (String header :
                        List.of("Origin", "Referer", "Forwarded", "X-Forwarded-Host", "Location", "SourceMap"))
                    sent(query, "GET", "/api/v1/registers", as("reader") + header + ": " + address + "\r\n", "");
                for (String token : tokensThatNameTheirKeys(address))
                    assertThat(sent(query, "GET", "/api/v1/registers", bearing(token), "")
                                    .status())
                            .isIn(401, 429);
                assertThat(reached).hasValue(0);
                URI.create(address).toURL().openStream().close();
                assertThat(reached).as("whoever visits it is counted").hasValue(1);
            } finally {
                inside.stop(0);
            }
        }

        private List<String> tokensThatNameTheirKeys(String address) {
            var key = TestIssuer.newKey();
            try {
                return Stream.of(
                                new JWSHeader.Builder(JWSAlgorithm.ES256).jwkURL(URI.create(address)),
                                new JWSHeader.Builder(JWSAlgorithm.ES256).x509CertURL(URI.create(address)),
                                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(address))
                        .map(header -> {
                            try {
                                return TestIssuer.signed(
                                        header.build(),
                                        TestIssuer.shared()
                                                .claims("office")
                                                .issuer(address)
                                                .build(),
                                        new ECDSASigner(key));
                            } catch (com.nimbusds.jose.JOSEException fault) {
                                throw new IllegalStateException(fault);
                            }
                        })
                        .toList();
            } finally {
                assertThat(key.isPrivate()).isTrue();
            }
        }
    }

    @Nested
    class Api8SecurityMisconfiguration extends NothingIsRecorded {

        @Test
        void every_answer_is_guarded_and_names_no_software() {
            for (Caller half : List.of(command, query))
                for (String path :
                        List.of("/api/v1/registers", "/api/v1/nowhere", "/nowhere", "/actuator/health", "/%00")) {
                    Bare.Answer answer = sent(half, "GET", path, as("reader"), "");
                    if (path.equals("/%00")) assertThat(answer.status()).isBetween(400, 499);
                    else {
                        assertThat(answer.header("x-content-type-options"))
                                .as(path)
                                .isEqualTo("nosniff");
                        assertThat(answer.header("x-frame-options")).as(path).isEqualTo("DENY");
                        assertThat(answer.header("content-security-policy"))
                                .as(path)
                                .isNotBlank();
                    }
                    assertThat(answer.headers()).as(path).doesNotContainKeys("server", "x-powered-by", "set-cookie");
                    assertThat(answer.body())
                            .as(path)
                            .doesNotContain("Exception", "at org.", "at java.", "Tomcat", "Spring");
                }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "env", "beans", "heapdump", "threaddump", "loggers", "configprops", "mappings", "shutdown",
                            "conditions",
                    "httpexchanges", "flyway", "scheduledtasks", "caches", "sbom", "info", "jolokia", "logfile",
                            "prometheus"
                })
        void nothing_of_the_inside_is_shown(String endpoint) {
            for (Caller half : List.of(command, query))
                for (String user : List.of("reader", "office", "administrator"))
                    assertThat(sent(half, "GET", "/actuator/" + endpoint, as(user), "")
                                    .status())
                            .isIn(403, 404);
        }

        @Test
        void pages_of_other_origins_and_the_method_trace_get_nothing() {
            for (Caller half : List.of(command, query)) {
                Bare.Answer other =
                        sent(half, "GET", "/api/v1/registers", as("reader") + "Origin: https://evil.example\r\n", "");
                assertThat(other.headers()).doesNotContainKey("access-control-allow-origin");
                assertThat(sent(half, "TRACE", "/api/v1/registers", as("reader"), "")
                                .status())
                        .isIn(400, 403, 405, 501);
            }
        }
    }

    @Nested
    class Api9ImproperInventoryManagement extends NothingIsRecorded {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/registers",
                    "/api/v0/registers",
                    "/api/v2/registers",
                    "/v1/registers",
                    "/registers",
                    "/api/v1/internal",
                    "/api/v1/admin",
                    "/api/v1/debug",
                    "/api/v1/test",
                    "/graphql",
                    "/h2-console",
                    "/console",
                    "/error/x",
                    "/.git/config",
                    "/.env",
                    "/WEB-INF/web.xml",
                    "/API/V1/registers",
                    "/api/v1/registers.json",
                    "/api/v1/registers/"
                })
        void nothing_is_served_that_is_not_documented(String path) {
            for (Caller half : List.of(command, query))
                for (String method : List.of("GET", "POST")) {
                    Bare.Answer answer =
                            sent(half, method, path, as("office") + "Content-Type: application/json\r\n", "{}");
                    assertThat(answer.status())
                            .as(method + " " + path + " " + answer)
                            .isIn(403, 404, 405);
                }
        }

        @Test
        void both_documents_have_one_version_and_no_path_beside_it() {
            for (Caller half : List.of(command, query)) {
                JsonNode paths = half.page().required("paths");
                assertThat(paths.propertyNames())
                        .allMatch(path -> path.startsWith("/api/v1/") || path.startsWith("/problems"));
            }
        }
    }

    @Nested
    class Api10UnsafeConsumptionOfApis extends NothingIsRecorded {

        /** Whatever the issuer answers, a half believes no token by it and answers. */
        @Test
        void keys_that_are_none_let_nobody_in() throws Exception {
            AtomicReference<String> keys = new AtomicReference<>("");
            AtomicInteger asked = new AtomicInteger();
            HttpServer hostile = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            String address = "http://127.0.0.1:" + hostile.getAddress().getPort();
            hostile.createContext("/", exchange -> {
                asked.incrementAndGet();
                byte[] body = requireNonNull(keys.get()).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            hostile.start();
            Caller half = HALVES.query(
                    "portfolio-ledger.access.issuer=" + address, "portfolio-ledger.access.keys=" + address + "/keys");
            try {
                String token = TestIssuer.signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
                        TestIssuer.shared().claims("office").issuer(address).build(),
                        new ECDSASigner(TestIssuer.newKey()));
                for (String body : List.of(
                        "<html></html>",
                        "{}",
                        "[]",
                        "",
                        "null",
                        "{\"keys\": 7}",
                        "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AA\"}]}")) {
                    keys.set(body);
                    Bare.Answer answer = sent(half, "GET", "/api/v1/registers", bearing(token), "");
                    assertThat(answer.status()).as(body + answer).isIn(401, 503);
                    assertThat(problem(answer)).isIn("not-authenticated", "issuer-unavailable");
                }
                assertThat(asked).hasPositiveValue();
            } finally {
                HALVES.end(half);
                hostile.stop(0);
            }
        }
    }
}
