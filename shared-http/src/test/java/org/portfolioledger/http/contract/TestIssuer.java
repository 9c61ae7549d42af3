package org.portfolioledger.http.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.portfolioledger.vocabulary.Marking;

/**
 * An issuer of tokens as OpenID Connect has it, with accounts for each role. One serves all tests of a JVM; a test that stops
 * it, or exchanges its keys, has one of its own.
 */
public final class TestIssuer implements AutoCloseable {

    private static final String AUDIENCE = "portfolio-ledger";
    private static final Duration LIFETIME = Duration.ofHours(12);

    /** Whose tokens it issues: the claims of an account besides those that every token has. */
    private final Map<String, Map<String, Object>> accounts = new ConcurrentHashMap<>();

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final int port;
    private HttpServer server;
    private volatile ECKey key = newKey();

    private record Issued(String token, Instant until) {}

    private static final class Shared {
        static final TestIssuer ONE = new TestIssuer();
    }

    /** The one that all tests share. */
    public static TestIssuer shared() {
        return Shared.ONE;
    }

    public TestIssuer() {
        server = serve(0);
        port = server.getAddress().getPort();
        knows("office", "p-office", "PORTFOLIO_OFFICE");
        knows("office2", "p-office2", "PORTFOLIO_OFFICE");
        knows("sro1", "p-sro1", "SRO");
        knows("sro2", "p-sro2", "SRO");
        knows("manager", "p-manager", "PROGRAMME_MANAGER");
        knows("secretary", "p-secretary", "BOARD_SECRETARY@*");
        knows("member", "p-member", "BOARD_MEMBER");
        knows("gatekeeper", "p-gatekeeper", "GATEKEEPER");
        knows("publication", "p-publication", "PUBLICATION_OFFICER");
        knows("assurance", "p-assurance", "ASSURANCE");
        knows("reader", "p-reader", "REPORTING_READER");
        knows("migrator", "p-migrator", "MIGRATOR");
        knows("operator", "p-operator", "OPERATOR");
        knows("administrator", "p-administrator", "ADMINISTRATOR");
        knows("nobody", "p-nobody");
    }

    private HttpServer serve(int at) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), at), 0);
            made.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(address())));
            made.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            // Its thread ends with the process, as that of whoever starts it does: nobody stops the shared issuer.
            Thread.ofPlatform().daemon().start(made::start).join();
            return made;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The setting with which an application believes this issuer. */
    public String setting() {
        return "portfolio-ledger.access.issuer=" + address();
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public ECKey key() {
        return key;
    }

    /** Gives it another account, of a person who may read every marking. */
    public void knows(String account, String person, String... roles) {
        knows(account, person, EnumSet.allOf(Marking.class), roles);
    }

    /** Gives it another account, of a person who may read some markings. */
    public void knows(String account, String person, Set<Marking> markings, String... roles) {
        accounts.put(
                account,
                Map.of(
                        "person",
                        person,
                        "roles",
                        List.of(roles),
                        "markings",
                        markings.stream().map(Enum::name).sorted().toList()));
        issued.remove(account);
    }

    /** Gives it another account, of a machine that acts for somebody. */
    public void knowsMachine(String account, String person, String kind, String onBehalfOf, String... roles) {
        accounts.put(
                account,
                Map.of(
                        "person",
                        person,
                        "account_kind",
                        kind,
                        "on_behalf_of",
                        onBehalfOf,
                        "roles",
                        List.of(roles),
                        "markings",
                        Arrays.stream(Marking.values()).map(Enum::name).toList()));
        issued.remove(account);
    }

    /** A header for a request of one of its accounts; empty if it has no such account. */
    public Optional<String> authorization(String account) {
        return accounts.containsKey(account) ? Optional.of("Bearer " + token(account)) : Optional.empty();
    }

    /** A token of one of its accounts. */
    public String token(String account) {
        return issued.compute(
                        account,
                        (_, known) -> known != null && Instant.now().isBefore(known.until())
                                ? known
                                : new Issued(
                                        signed(claims(account).build()),
                                        Instant.now().plus(LIFETIME.dividedBy(2))))
                .token();
    }

    /** What the token of an account holds. */
    public JWTClaimsSet.Builder claims(String account) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(account)
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
        Map<String, Object> own = accounts.get(account);
        if (own == null) throw new IllegalArgumentException("no account " + account);
        own.forEach(claims::claim);
        return claims;
    }

    /** A token with these claims, signed with the key that it publishes. */
    public String signed(JWTClaimsSet claims) {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new ECDSASigner(key));
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** From now on it signs with another key, and publishes no other. */
    public void exchangeKey() {
        key = newKey();
        issued.clear();
    }

    /** Nobody reaches it any more. */
    public void stop() {
        server.stop(0);
    }

    /** It is reached again, at the same address. */
    public void start() {
        server = serve(port);
    }

    @Override
    public void close() {
        stop();
    }
}
