package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who signs in with a token of the issuer, and who does not; both halves, over HTTP. */
class SignInJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final TestIssuer OTHER = new TestIssuer();
    private static final String SKEW = "PT30S";
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command(ISSUER.setting(), "portfolio-ledger.access.keys-fresh-for=1s");
        query = HALVES.query(ISSUER.setting(), "portfolio-ledger.access.keys-fresh-for=1s");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
        ISSUER.close();
        OTHER.close();
    }

    private static HttpResponse<String> asked(
            Caller half, String authorization, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(half.base() + "/api/v1" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> read(String token) throws Exception {
        return asked(query, "Bearer " + token, "GET", "/registers", "");
    }

    private static HttpResponse<String> opened(String token, String register) throws Exception {
        return asked(command, "Bearer " + token, "POST", "/registers", Bodies.register(register));
    }

    private static String detail(HttpResponse<String> reply) {
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        return FactSerializer.mapper().readTree(reply.body()).required("detail").asString();
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return ISSUER.signed(change.apply(ISSUER.claims("office")).build());
    }

    private static Date at(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }

    /** A token that is not accepted, and what the answer says about it. */
    record Refused(String what, Callable<String> token, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Refused> refused() {
        Duration beyond = Duration.parse(SKEW).plusSeconds(1);
        return Stream.of(
                new Refused(
                        "expired", () -> with(claims -> claims.expirationTime(at(beyond.negated()))), "has expired"),
                new Refused("never expires", () -> with(claims -> claims.expirationTime(null)), "never expires"),
                new Refused(
                        "not valid yet",
                        () -> with(claims -> claims.notBeforeTime(at(beyond.plusSeconds(30)))),
                        "not valid yet"),
                new Refused(
                        "issued in the future",
                        () -> with(claims -> claims.issueTime(at(beyond.plusSeconds(30)))),
                        "not valid yet"),
                new Refused(
                        "of another issuer by name",
                        () -> with(claims -> claims.issuer(OTHER.address())),
                        "of another issuer"),
                new Refused("of no issuer", () -> with(claims -> claims.issuer(null)), "of another issuer"),
                new Refused(
                        "for another system",
                        () -> with(claims -> claims.audience("payroll")),
                        "its aud does not name portfolio-ledger"),
                new Refused(
                        "for nobody",
                        () -> with(claims -> claims.audience((String) null)),
                        "names no audience: let the issuer write portfolio-ledger into aud"),
                new Refused(
                        "alg none", () -> new PlainJWT(ISSUER.claims("office").build()).serialize(), "not signed"),
                new Refused("key confusion", SignInJourneyTest::signedWithThePublicKey, "another algorithm"),
                new Refused(
                        "other issuer's key",
                        () -> OTHER.signed(
                                ISSUER.claims("office").issuer(ISSUER.address()).build()),
                        "not signed with a key of the issuer"),
                new Refused(
                        "other key under the same id",
                        () -> TestIssuer.signed(
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .keyID(ISSUER.key().getKeyID())
                                        .build(),
                                ISSUER.claims("office").build(),
                                new ECDSASigner(TestIssuer.newKey())),
                        "not signed with a key of the issuer"),
                new Refused(
                        "changed roles under the same signature",
                        SignInJourneyTest::tampered,
                        "not signed with a key of the issuer"),
                new Refused(
                        "its own key in the header",
                        () -> {
                            var own = TestIssuer.newKey();
                            return TestIssuer.signed(
                                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                                            .jwk(own.toPublicJWK())
                                            .build(),
                                    ISSUER.claims("office").build(),
                                    new ECDSASigner(own));
                        },
                        "not signed with a key of the issuer"),
                new Refused(
                        "an ID token, which is for the page",
                        () -> with(claims -> claims.audience("portfolio-ledger-page")),
                        "its aud does not name portfolio-ledger"),
                new Refused("a logout token", SignInJourneyTest::toLogOut, "not signed with a key of the issuer"),
                new Refused("no JWT", () -> "x.y.z", "no JWT"),
                new Refused("no account", () -> with(claims -> claims.subject(null)), "claim sub is empty"),
                new Refused("no person", () -> with(claims -> claims.claim("person", null)), "claim person is empty"),
                new Refused(
                        "a person that is no id", () -> with(claims -> claims.claim("person", "p office")), "no id"),
                new Refused("a person that is no text", () -> with(claims -> claims.claim("person", 7)), "no text"),
                new Refused(
                        "an unknown kind",
                        () -> with(claims -> claims.claim("account_kind", "ROBOT")),
                        "none of PERSON, SERVICE and AGENT"),
                new Refused(
                        "a machine that acts for nobody",
                        () -> with(claims -> claims.claim("account_kind", "AGENT")),
                        "acts for nobody"),
                new Refused(
                        "a person who acts for somebody",
                        () -> with(claims -> claims.claim("on_behalf_of", "p-sro1")),
                        "acts for nobody else"));
    }

    /** Whoever takes the public key for a shared secret accepts this (RFC 8725, 2.1). */
    private static String signedWithThePublicKey() throws Exception {
        byte[] secret = ISSUER.key().toECPublicKey().getEncoded();
        return TestIssuer.signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ISSUER.key().getKeyID())
                        .build(),
                ISSUER.claims("office").build(),
                new MACSigner(secret));
    }

    /** Signed by the issuer as another kind of token (OpenID Connect Back-Channel Logout 1.0, 2.4). */
    private static String toLogOut() throws Exception {
        return TestIssuer.signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(ISSUER.key().getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                ISSUER.claims("office").build(),
                new ECDSASigner(ISSUER.key()));
    }

    private static String tampered() {
        String[] parts = ISSUER.token("reader").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("REPORTING_READER", "PORTFOLIO_OFFICE");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_token_that_is_not_accepted_gets_401_and_the_reason(Refused refused) throws Exception {
        String token = refused.token().call();
        for (HttpResponse<String> reply : List.of(read(token), opened(token, "FORGED"))) {
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(401);
            assertThat(detail(reply)).contains(refused.reason());
            assertThat(reply.headers().allValues("WWW-Authenticate"))
                    .singleElement()
                    .asString()
                    .startsWith("Bearer realm=\"portfolio-ledger\", error=\"invalid_token\", error_description=\"")
                    .contains(refused.reason());
            assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_token_is_accepted_up_to_the_skew_of_clocks() throws Exception {
        Duration within = Duration.parse(SKEW).minusSeconds(5);
        assertThat(read(with(claims -> claims.expirationTime(at(within.negated()))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(with(claims -> claims.notBeforeTime(at(within)))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_for_several_systems_is_for_this_one_too() throws Exception {
        assertThat(read(with(claims -> claims.audience(List.of("payroll", "portfolio-ledger"))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void roles_are_read_where_keycloak_writes_them_and_unknown_ones_give_nothing() throws Exception {
        String token = with(claims -> claims.claim("roles", null)
                .claim("realm_access", Map.of("roles", List.of("offline_access", "PORTFOLIO_OFFICE", "ROOT"))));
        assertThat(opened(token, "KEYCLOAK").statusCode()).isEqualTo(201);
        for (Object roles : List.of(List.of("ROOT", "portfolio_office"), Map.of("PORTFOLIO_OFFICE", true), 7)) {
            HttpResponse<String> denied = opened(with(claims -> claims.claim("roles", roles)), "NEVER");
            assertThat(denied.statusCode()).as(denied.body()).isEqualTo(403);
            assertThat(denied.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"portfolio-ledger\", error=\"insufficient_scope\"");
        }
    }

    @Test
    void a_fact_holds_the_person_of_the_token_and_not_its_account() throws Exception {
        ISSUER.knowsMachine("planner", "s-planning", "SERVICE", "p-office", "PORTFOLIO_OFFICE");
        HttpResponse<String> reply = opened(ISSUER.token("planner"), "PLANNED");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        assertThat(JdbcClient.create(HALVES.database().owner())
                        .sql("select actor from ledger.event where register = 'PLANNED'")
                        .query(String.class)
                        .single())
                .isEqualTo("s-planning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic b2ZmaWNlOm9mZmljZQ==", "Basic", "Negotiate x"})
    void whoever_shows_no_token_is_told_how_to_sign_in(String authorization) throws Exception {
        HttpResponse<String> read = asked(query, authorization, "GET", "/registers", "");
        HttpResponse<String> sent = asked(command, authorization, "POST", "/registers", Bodies.register("NEVER"));
        assertThat(read.statusCode()).isEqualTo(401);
        assertThat(sent.statusCode()).isEqualTo(401);
        assertThat(detail(read)).isNotBlank();
        // An access token is a password for reads alone.
        assertThat(read.headers().allValues("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"portfolio-ledger\"", "Basic realm=\"portfolio-ledger\", charset=\"UTF-8\"");
        assertThat(sent.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"portfolio-ledger\"");
    }

    @Test
    void a_malformed_header_is_an_invalid_token() throws Exception {
        HttpResponse<String> reply = asked(query, "Bearer !!!", "GET", "/registers", "");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    }

    @Test
    void a_token_in_the_address_is_none() throws Exception {
        assertThat(asked(query, "", "GET", "/registers?access_token=" + ISSUER.token("reader"), "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_role_that_was_removed_is_gone_with_the_sign_out_and_a_new_token_has_the_others() throws Exception {
        ISSUER.knows("leaver", "p-office", "PORTFOLIO_OFFICE");
        String before = ISSUER.token("leaver");
        assertThat(opened(before, "BEFORE").statusCode()).isEqualTo(201);
        ISSUER.knows("leaver", "p-office", "REPORTING_READER");
        String signOut = "{\"account\": \"leaver\", \"reason\": \"Moved to another office\"}";
        assertThat(asked(command, "Bearer " + ISSUER.token("office"), "POST", "/sign-outs", signOut)
                        .statusCode())
                .isEqualTo(403);
        assertThat(asked(command, "Bearer " + ISSUER.token("administrator"), "POST", "/sign-outs", signOut)
                        .statusCode())
                .isEqualTo(201);
        for (HttpResponse<String> reply : List.of(read(before), opened(before, "AFTER"))) {
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(detail(reply)).contains("was signed out");
        }
        Thread.sleep(1_100);
        ISSUER.knows("leaver", "p-office", "REPORTING_READER");
        assertThat(read(ISSUER.token("leaver")).statusCode()).isEqualTo(200);
        assertThat(opened(ISSUER.token("leaver"), "AFTER").statusCode()).isEqualTo(403);
        assertThat(opened(ISSUER.token("office"), "OTHERS").statusCode()).isEqualTo(201);
    }

    @Test
    void whoever_was_erased_from_the_directory_signs_in_no_more_at_either_half_and_nobody_acts_for_them()
            throws Exception {
        for (String id : List.of("p-erased", "p-stays", "s-of-erased"))
            assertThat(asked(
                                    command,
                                    "Bearer " + ISSUER.token("office"),
                                    "POST",
                                    "/people",
                                    "{\"id\": \"%s\", \"name\": \"Robin\"}".formatted(id))
                            .statusCode())
                    .isEqualTo(201);
        ISSUER.knows("erased", "P-Erased", "PORTFOLIO_OFFICE");
        ISSUER.knows("stays", "p-stays", "PORTFOLIO_OFFICE");
        ISSUER.knowsMachine("of-erased", "s-of-erased", "SERVICE", "p-erased", "PORTFOLIO_OFFICE");
        String own = ISSUER.token("erased");
        String ofMachine = ISSUER.token("of-erased");
        String tool = FactSerializer.mapper()
                .readTree(asked(
                                command,
                                "Bearer " + own,
                                "POST",
                                "/access-tokens",
                                "{\"name\": \"Mine\", \"scope\": [\"read\"], \"expiresOn\": \"%s\"}"
                                        .formatted(LocalDate.now(ZoneId.of("Europe/London"))
                                                .plusDays(2)))
                        .body())
                .required("token")
                .asString();
        for (String token : List.of(own, ofMachine, tool))
            assertThat(read(token).statusCode()).isEqualTo(200);
        assertThat(asked(command, "Bearer " + ISSUER.token("office"), "POST", "/people/p-erased/erasures", "")
                        .statusCode())
                .isEqualTo(200);
        for (HttpResponse<String> reply : List.of(
                read(own),
                opened(own, "ERASED"),
                read(ofMachine),
                opened(ofMachine, "ERASED"),
                read(ISSUER.token("erased")))) {
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(401);
            assertThat(detail(reply)).containsIgnoringCase("Person p-erased was erased from the directory");
        }
        assertThat(read(tool).statusCode()).isEqualTo(401);
        assertThat(opened(ISSUER.token("stays"), "STAYS").statusCode()).isEqualTo(201);
    }

    @Test
    void without_its_issuer_a_half_starts_and_answers_503_until_it_is_there() throws Exception {
        try (TestIssuer late = new TestIssuer()) {
            String token = late.token("office");
            late.stop();
            Caller waiting = HALVES.query(late.setting());
            HttpResponse<String> reply = asked(waiting, "Bearer " + token, "GET", "/registers", "");
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
            assertThat(reply.headers().firstValue("Retry-After")).contains("5");
            assertThat(reply.body()).contains("/problems/issuer-unavailable");
            assertThat(asked(waiting, "", "GET", "/registers", "").statusCode()).isEqualTo(401);
            assertThat(waiting.getBeside("/actuator/health").status()).isEqualTo(200);
            late.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> asked(waiting, "Bearer " + token, "GET", "/registers", "")
                                    .statusCode()
                            == 200);
            HALVES.end(waiting);
        }
    }

    @Test
    void while_its_issuer_is_away_the_keys_that_are_known_serve() throws Exception {
        String token = ISSUER.token("office");
        assertThat(read(token).statusCode()).isEqualTo(200);
        ISSUER.stop();
        try {
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (System.nanoTime() < until) {
                long begun = System.nanoTime();
                assertThat(read(token).statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                // What another signed is refused all the same.
                HttpResponse<String> forged =
                        read(OTHER.signed(ISSUER.claims("office").build()));
                assertThat(forged.statusCode()).as(forged.body()).isEqualTo(401);
                Thread.sleep(200);
            }
        } finally {
            ISSUER.start();
        }
    }

    @Test
    void a_new_key_of_the_issuer_is_believed_and_the_old_one_is_not() throws Exception {
        try (TestIssuer rotating = new TestIssuer()) {
            Caller half = HALVES.query(rotating.setting(), "portfolio-ledger.access.keys-fresh-for=1s");
            String old = rotating.token("reader");
            assertThat(asked(half, "Bearer " + old, "GET", "/registers", "").statusCode())
                    .isEqualTo(200);
            rotating.exchangeKey();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> asked(half, "Bearer " + rotating.token("reader"), "GET", "/registers", "")
                                    .statusCode()
                            == 200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> asked(half, "Bearer " + old, "GET", "/registers", "")
                                    .statusCode()
                            == 401);
            HALVES.end(half);
        }
    }

    @Test
    void a_discovery_document_of_another_issuer_is_not_believed() throws Exception {
        String elsewhere = ISSUER.address().replace("127.0.0.1", "localhost");
        Caller half = HALVES.query("portfolio-ledger.access.issuer=" + elsewhere);
        HttpResponse<String> reply =
                asked(half, "Bearer " + with(claims -> claims.issuer(elsewhere)), "GET", "/registers", "");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
        HALVES.end(half);
        Caller stated = HALVES.query(
                "portfolio-ledger.access.issuer=" + elsewhere,
                "portfolio-ledger.access.keys=" + ISSUER.address() + "/keys");
        assertThat(asked(stated, "Bearer " + with(claims -> claims.issuer(elsewhere)), "GET", "/registers", "")
                        .statusCode())
                .isEqualTo(200);
        HALVES.end(stated);
    }

    @Test
    void names_of_claims_and_the_audience_are_settings() throws Exception {
        Caller half = HALVES.command(
                ISSUER.setting(),
                "portfolio-ledger.access.audience=register-of-acme",
                "portfolio-ledger.access.claims.account=preferred_username",
                "portfolio-ledger.access.claims.person=https://acme.example/person",
                "portfolio-ledger.access.claims.roles[0]=resource_access.ledger.roles");
        String token = with(claims -> claims.audience("register-of-acme")
                .claim("preferred_username", "robin")
                .claim("person", null)
                .claim("https://acme.example/person", "p-office")
                .claim("resource_access", Map.of("ledger", Map.of("roles", List.of("PORTFOLIO_OFFICE")))));
        HttpResponse<String> reply = asked(half, "Bearer " + token, "POST", "/registers", Bodies.register("NAMED"));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        HttpResponse<String> other =
                asked(half, "Bearer " + ISSUER.token("office"), "POST", "/registers", Bodies.register("NEVER"));
        assertThat(other.statusCode()).isEqualTo(401);
        HALVES.end(half);
    }

    @Test
    void a_half_without_the_tables_of_access_tokens_refuses_to_start() {
        Halves bare = Halves.fresh();
        JdbcClient.create(bare.database().owner())
                .sql("drop schema access cascade")
                .update();
        assertThatThrownBy(bare::query).rootCause().hasMessageContaining("has no tables for access tokens");
    }

    @Test
    void the_page_says_how_to_sign_in() {
        for (Caller half : List.of(command, query)) {
            JsonNode page = half.page();
            assertThat(page.at("/components/securitySchemes").propertyNames())
                    .containsExactlyInAnyOrder("basic", "bearer", "signIn");
            assertThat(page.at("/components/securitySchemes/signIn/openIdConnectUrl")
                            .asString())
                    .isEqualTo(ISSUER.address() + "/.well-known/openid-configuration");
            assertThat(page.at("/security").size()).isEqualTo(3);
        }
    }
}
