package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** An auditor has bundles made, takes them away, and verifies them with a program that knows nothing of the product. */
class AuditBundleJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    @TempDir
    static Path folder;

    private static Caller query;
    private static long last;

    @BeforeAll
    static void record() {
        Caller command = HALVES.command();
        query = HALVES.query(SignedLog.settings(folder));
        last = Council.settle(command);
        SignedLog.awaitSignedUpTo(query, last);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"register\": \"acme\"}",
                "{\"portfolio\": \"PF\"}",
                "{\"initiative\": \"pg-1\"}",
                "{\"decision\": " + Council.DECISION_ON_CASE + "}"
            })
    void a_bundle_of_any_scope_is_whole(String scope) throws Exception {
        for (String period : new String[] {"", ", \"from\": 9, \"to\": 20", ", \"from\": 5", ", \"to\": 12"}) {
            JsonNode made = made("{\"scope\": %s, \"purpose\": \"Yearly audit\"%s}".formatted(scope, period));
            Verifier.Verdict verdict = Verifier.verify("bundle", saved(made).toString(), "--policy", policy());
            assertThat(verdict.exit())
                    .as("%s%s: %s", scope, period, verdict.told())
                    .isZero();
        }
    }

    @Test
    void an_initiative_with_all_that_concerns_it_is_in_its_bundle_and_another_is_not() throws IOException {
        byte[] log = file(saved(made("{\"scope\": {\"initiative\": \"PG-1\"}, \"purpose\": \"Why\"}")), "log");
        String text = new String(log, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("initiative-PG-1", "appointments-PG-1", "business-case-BC-1");
        assertThat(text).doesNotContain("\ninitiative-PG-2\n");
    }

    @Test
    void the_file_is_always_the_same_and_its_digest_is_on_record() throws Exception {
        JsonNode made = made("{\"purpose\": \"Why\"}");
        byte[] one = download(made);
        assertThat(download(made)).isEqualTo(one);
        JsonNode known = measured(made);
        assertThat(known.path("bytes").asLong()).isEqualTo(one.length);
        assertThat(known.path("sha256").asString()).isEqualTo(sha256(one));
    }

    @Test
    void a_download_that_broke_off_is_resumed() {
        JsonNode made = made("{\"purpose\": \"Why\"}");
        int length = Math.toIntExact(measured(made).path("bytes").asLong());
        byte[] whole = download(made);
        String tag = part(made, "bytes=0-0", null).header("ETag");
        for (int cut : new int[] {1, 100, length / 2, length - 1}) {
            Reply first = part(made, "bytes=0-" + (cut - 1), tag);
            Reply rest = part(made, "bytes=" + cut + "-", tag);
            assertThat(first.status()).isEqualTo(206);
            assertThat(first.header("Content-Range")).isEqualTo("bytes 0-" + (cut - 1) + "/" + length);
            assertThat(rest.header("Content-Range")).isEqualTo("bytes " + cut + "-" + (length - 1) + "/" + length);
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.writeBytes(first.response().body());
            joined.writeBytes(rest.response().body());
            assertThat(joined.toByteArray()).isEqualTo(whole);
        }
        assertThat(part(made, "bytes=-5", tag).response().body()).hasSize(5);
        assertThat(part(made, "bytes=5-", "\"another\"").status()).isEqualTo(200);
        assertThat(part(made, "bytes=0-1,5-6", tag).status()).isEqualTo(200);
        assertThat(part(made, "lines=0-1", tag).status()).isEqualTo(200);
        Reply beyond = part(made, "bytes=" + length + "-", tag);
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.problem()).isEqualTo("no-such-part");
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + length);
    }

    @Test
    void that_it_was_made_stays_on_record_with_who_when_and_why() {
        JsonNode made =
                made("{\"scope\": {\"initiative\": \"PG-2\"}, \"from\": 3, \"to\": 9, \"purpose\": \" Gate 3 \"}");
        assertThat(made.path("madeBy").asString()).isEqualTo("p-assurance");
        assertThat(made.path("purpose").asString()).isEqualTo("Gate 3");
        assertThat(made.at("/scope/initiative").asString()).isEqualTo("PG-2");
        assertThat(made.path("from").asLong()).isEqualTo(3);
        assertThat(made.path("to").asLong()).isEqualTo(9);
        JsonNode listed = query.get("operator", "/audit/bundles?limit=1").json();
        assertThat(listed.at("/items/0/number").asLong())
                .isEqualTo(made.path("number").asLong());
        JsonNode next = query.get(
                        "operator",
                        "/audit/bundles?limit=1&cursor=" + listed.path("next").asString())
                .json();
        assertThat(next.path("items").size()).isLessThanOrEqualTo(1);
        assertThat(query.get(
                                "administrator",
                                "/audit/bundles/" + made.path("number").asLong())
                        .status())
                .isEqualTo(200);
        for (String user : new String[] {"office", "reader", "sro1"})
            assertThat(query.get(user, "/audit/bundles").status()).isEqualTo(403);
        for (String user : new String[] {"office", "reader", "operator"})
            assertThat(query.get(user, path(made) + "/file").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assurance | {} | 400 | malformed-request",
                "assurance | {\"purpose\": \" \"} | 400 | malformed-request",
                "assurance | {\"purpose\": \"x\", \"from\": 0} | 400 | malformed-request",
                "assurance | {\"purpose\": \"x\", \"to\": 1000000} | 400 | malformed-request",
                "assurance | {\"purpose\": \"x\", \"from\": 5, \"to\": 4} | 400 | reversed-range",
                "assurance | {\"purpose\": \"x\", \"scope\": {\"portfolio\": \"PF\", \"register\": \"ACME\"}} | 400 | malformed-request",
                "assurance | {\"purpose\": \"x\", \"scope\": {\"portfolio\": \"NO\"}} | 400 | unknown-name",
                "assurance | {\"purpose\": \"x\", \"scope\": {\"initiative\": \"%00\"}} | 400 | unknown-name",
                "assurance | {\"purpose\": \"x\", \"scope\": {\"decision\": 1000000}} | 400 | unknown-name",
                "assurance | {\"purpose\": \"x\", \"scope\": {\"board\": \"BD-INV\"}} | 400 | malformed-request",
                "office | {\"purpose\": \"x\"} | 403 | not-allowed",
                "operator | {\"purpose\": \"x\"} | 403 | not-allowed",
                "reader | {\"purpose\": \"x\"} | 403 | not-allowed"
            })
    void nothing_is_made_of_what_cannot_be_asked(String user, String body, int status, String problem) {
        Reply reply = query.post(user, "/audit/bundles", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/audit/bundles/0", "/audit/bundles/x", "/audit/bundles/999999/file", "/audit/bundles/-1/file"})
    void no_other_bundle_is_there(String path) {
        assertThat(query.get("assurance", path).status()).isEqualTo(404);
    }

    @Test
    void where_nothing_is_signed_none_is_made() {
        try (Halves others = Halves.fresh()) {
            Reply reply = others.query().post("assurance", "/audit/bundles", "{\"purpose\": \"x\"}");
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.problem()).isEqualTo("nothing-signed");
        }
    }

    @Test
    void the_verifier_names_a_fact_that_was_altered_in_the_database() throws Exception {
        ProofUnits.tamper(
                HALVES.database(),
                "update ledger.event set payload = payload || '\\x20'::bytea where position = " + (last - 1));
        try {
            JsonNode made = made("{\"purpose\": \"Why\"}");
            Verifier.Verdict verdict =
                    Verifier.verify("bundle", saved(made).toString(), "--policy", policy(), "--json");
            assertThat(verdict.exit()).isEqualTo(1);
            assertThat(verdict.told())
                    .contains("\"fault\":\"entry-altered\"")
                    .contains("\"position\":" + (last - 1))
                    .contains("\"faults\":1");
        } finally {
            ProofUnits.tamper(
                    HALVES.database(),
                    "update ledger.event set payload = substring(payload from 1 for octet_length(payload) - 1)"
                            + " where position = " + (last - 1));
        }
    }

    private static JsonNode made(String body) {
        Reply reply = query.post("assurance", "/audit/bundles", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1" + path(reply.json()));
        return reply.json();
    }

    private static String path(JsonNode made) {
        return "/audit/bundles/" + made.path("number").asLong();
    }

    private static JsonNode measured(JsonNode made) {
        return FactSerializer.mapper()
                .readTree(Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(
                                () -> query.get("assurance", path(made)).text(),
                                text -> !text.contains("\"sha256\":null")));
    }

    private static byte[] download(JsonNode made) {
        Reply reply = query.get("assurance", path(made) + "/file");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/zip");
        return reply.response().body();
    }

    private static Reply part(JsonNode made, String range, @Nullable String tag) {
        String file = path(made) + "/file";
        return tag == null
                ? query.get("assurance", file, "Range", range)
                : query.get("assurance", file, "Range", range, "If-Range", tag);
    }

    private static Path saved(JsonNode made) throws IOException {
        return Files.write(folder.resolve("bundle-" + made.path("number").asLong() + ".zip"), download(made));
    }

    private static String policy() throws IOException {
        Path policy = folder.resolve("policy");
        Files.writeString(policy, query.get("reader", "/ledger/policy").text());
        return policy.toString();
    }

    private static byte[] file(Path bundle, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals(name)) return zip.readAllBytes();
        }
        throw new AssertionError("no " + name);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
