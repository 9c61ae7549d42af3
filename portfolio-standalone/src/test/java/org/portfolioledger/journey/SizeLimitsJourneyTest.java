package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.http.SizeLimit;

/** Whatever is as large as it may be is taken, and whatever is larger by one is refused with a problem detail. */
class SizeLimitsJourneyTest {

    private static final byte[] NOTHING = {};
    private static final String AS_READER = NoFault.as("reader");

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

    /** A request with something of a size in it, and how the answer to one that is too large begins to say why. */
    private record Probe(IntFunction<Bare.Answer> request, String refusal) {}

    @ParameterizedTest
    @EnumSource
    void at_the_limit_it_is_taken_and_one_beyond_it_is_refused(SizeLimit limit) {
        Probe probe = probe(limit);
        Bare.Answer taken = probe.request().apply(limit.most());
        assertThat(taken.body()).as("%s", taken).doesNotContain(probe.refusal());
        assertThat(taken.status()).as("%s", taken).isLessThan(500);
        if (!isAbsurd(limit)) assertThat(taken.status()).as("%s", taken).isBetween(200, 299);
        Bare.Answer refused = probe.request().apply(limit.most() + 1);
        assertThat(refused.status()).as("%s", refused).isEqualTo(status(limit));
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains(probe.refusal());
    }

    /** What no command takes at any such size: its limit is reached first by what is unknown. */
    private static boolean isAbsurd(SizeLimit limit) {
        return limit == SizeLimit.DEPTH || limit == SizeLimit.DIGITS;
    }

    private static int status(SizeLimit limit) {
        return limit == SizeLimit.BODY ? 413 : 400;
    }

    private static Probe probe(SizeLimit limit) {
        return switch (limit) {
            case BODY ->
                new Probe(size -> post("/initiatives", padded(initiative("PG-BODY"), size), ""), "/problems/too-large");
            case DEPTH ->
                new Probe(
                        size -> post("/registers", "{\"x\": " + "[".repeat(size - 1) + "]".repeat(size - 1) + "}", ""),
                        "is nested more than");
            case TEXT ->
                new Probe(
                        size -> post(
                                "/initiatives/PG-1/rag-assessments",
                                Bodies.rating("GREEN", "2020-03-01")
                                        .replace("As reported", "x".repeat(size))
                                        .replace("ACME_RAG", "RAG"),
                                ""),
                        "is longer than");
            case DIGITS -> new Probe(size -> post("/registers", "{\"x\": " + "9".repeat(size) + "}", ""), "digits");
            case KEY ->
                new Probe(
                        size -> post(
                                "/initiatives", initiative("PG-KEY"), "Idempotency-Key: " + "k".repeat(size) + "\r\n"),
                        "visible ASCII characters");
            case ID -> new Probe(size -> post("/initiatives", initiative("P".repeat(size)), ""), "must be 1 to 64");
            case QUERY ->
                new Probe(
                        size -> get("/initiatives?name=" + "x".repeat(size - "name=".length()), ""),
                        "The query of the address has more than");
            case VALUES ->
                new Probe(
                        size -> get("/initiatives?level=PROGRAMME" + "&level=PROJECT".repeat(size - 1), ""),
                        "must be given once");
            case PAGE -> new Probe(size -> get("/initiatives?limit=" + size, ""), "must be a whole number");
            // Beside Host, Authorization and Connection.
            case HEADERS -> new Probe(size -> get("/initiatives", "X-Other: x\r\n".repeat(size - 3)), "problems/");
            case HEAD ->
                new Probe(
                        size -> {
                            String others = head("GET", "/initiatives", "X-Other: \r\n") + "Connection: close\r\n\r\n";
                            return get("/initiatives", "X-Other: " + "x".repeat(size - others.length()) + "\r\n");
                        },
                        "problems/");
        };
    }

    @Test
    void the_table_of_limits_is_that_of_the_code() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("checkout", ".."), "docs", "access.md"));
        for (SizeLimit limit : SizeLimit.values()) assertThat(page).contains("\n" + limit.row() + "\n");
        assertThat(page.lines().filter(line -> line.matches("\\|.*\\| `(4\\d\\d)` \\|")))
                .hasSize(SizeLimit.values().length);
    }

    private static String initiative(String id) {
        return Bodies.initiative(id, "Name of " + id.length(), "PF");
    }

    private static String padded(String body, int size) {
        return body + " ".repeat(size - body.length());
    }

    private static Bare.Answer post(String path, String body, String headers) {
        byte[] bytes = body.getBytes(UTF_8);
        String head = head("POST", path, headers) + "Content-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n";
        return new Bare(command).send(head.replace(AS_READER, NoFault.AS_OFFICE), bytes);
    }

    private static Bare.Answer get(String path, String headers) {
        return new Bare(query).send(head("GET", path, headers), NOTHING);
    }

    private static String head(String method, String path, String headers) {
        return "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\n%s%s".formatted(method, path, AS_READER, headers);
    }
}
