package org.portfolioledger.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.contract.DocumentedAnswers;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls one application as its users would. */
public final class Caller {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final Function<String, String> authorization;

    private Caller(String base, Function<String, String> authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** Of a form for evaluation, whose users' passwords are their names. */
    Caller(String base) {
        this(base, Caller::basic);
    }

    /** Of a half, which accepts tokens of an issuer. */
    static Caller withTokens(String base) {
        return new Caller(base, Caller::signedIn);
    }

    /** The header with which an account asks a half; a name that no account has is sent with itself as password. */
    static String signedIn(String user) {
        return TestIssuer.shared().authorization(user).orElseGet(() -> basic(user));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    public String base() {
        return base;
    }

    /** An answer. */
    public record Reply(int status, HttpResponse<byte[]> response) {

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Last part of the problem's type; empty if it is no problem. */
        public String problem() {
            return status < 400 ? "" : json().path("type").asString("").replace("/problems/", "");
        }

        /** Last position that the command wrote. */
        public long position() {
            return json().required("position").asLong();
        }
    }

    /** Sends a command to a path below {@code /api/v1}; headers as name, value, name, value. */
    public Reply post(String user, String path, String body, String... headers) {
        return send(
                request(user, path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, as the demo user whose right it is. */
    public Reply record(String path, String body, String... headers) {
        return post(recorderOf(path), path, body, headers);
    }

    /** The secretary records what boards are and decide, assurance what it reviews, the offices the rest. */
    static String recorderOf(String path) {
        if (path.startsWith("/reviews") && !path.matches(".*/(answers|assignments|claims|progress-reports)"))
            return "assurance";
        // Another than who put the case on record.
        if (path.endsWith("/challenges")) return "office2";
        return path.startsWith("/boards")
                        || path.startsWith("/meetings")
                        || path.matches(".*/(decisions|discharges|reevaluations)")
                ? "secretary"
                : "office";
    }

    /** Sends a batch. */
    public Reply imports(String user, String lines, String query) {
        return imports(user, lines.getBytes(StandardCharsets.UTF_8), query);
    }

    Reply imports(String user, byte[] lines, String query) {
        return send(request(user, "/imports" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines)));
    }

    /** Sends a spreadsheet; the query begins with its mapping. */
    Reply sheet(String user, String form, String type, byte[] file, String query) {
        return send(request(user, "/imports/" + form + query)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Sends a CSV file in UTF-8. */
    Reply csv(String user, String file, String query) {
        return sheet(user, "csv", "text/csv", file.getBytes(StandardCharsets.UTF_8), query);
    }

    /** Asks a path below {@code /api/v1}. */
    public Reply get(String user, String path, String... headers) {
        return send(request(user, path, headers).GET());
    }

    /** Asks a path that is not below {@code /api/v1}, as nobody. */
    public Reply getBeside(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Has the rows up to a position, at least, compared with the facts, and returns the result. */
    public Reply verifiedAfter(long position) {
        getAfter(position, "/registers");
        Reply begun = post("operator", "/audit/row-verifications", "{}");
        if (begun.status() != 202) throw new AssertionError(begun.text());
        String location = begun.header("Location").replace("/api/v1", "");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !get("operator", location)
                        .json()
                        .path("state")
                        .asString("")
                        .equals("RUNNING"));
        return get("operator", location);
    }

    /** Asks a path below {@code /api/v1} once everything up to a position is in the rows. */
    public Reply getAfter(long position, String path) {
        return get("reader", path, "Sync-Token", Long.toString(position), "Prefer", "wait=10");
    }

    /** The API page, once the application has made it. */
    public JsonNode page() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> send(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs"))
                                .GET()),
                        reply -> reply.status() == 200)
                .json();
    }

    private HttpRequest.Builder request(String user, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
        if (!user.isEmpty()) request.header("Authorization", authorization.apply(user));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply send(HttpRequest.Builder request) {
        return send(request, null);
    }

    private static Reply send(HttpRequest.Builder request, byte @Nullable [] sent) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            DocumentedAnswers.require(response, sent == null || sent.length == 0 ? null : sent);
            return new Reply(response.statusCode(), response);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }
}
