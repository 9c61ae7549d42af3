package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.ledger.proof.InclusionProof;
import org.portfolioledger.ledger.proof.MerkleTree;
import org.portfolioledger.ledger.proof.NoteKey;
import org.portfolioledger.ledger.proof.ProofCheck;
import org.portfolioledger.ledger.proof.SignedNote;
import org.portfolioledger.ledger.proof.TilePath;
import org.portfolioledger.ledger.proof.Tiles;
import org.portfolioledger.ledger.proof.TreeHash;
import org.portfolioledger.ledger.proof.TreeHead;
import org.portfolioledger.ledger.proof.TrustPolicy;
import tools.jackson.databind.JsonNode;

/** An auditor gets the head of the log and proofs below it, and checks them without the system. */
class LedgerLogJourneyTest {

    private static final Path EXAMPLES = Path.of("..", "portfolio-query", "src", "main", "resources", "examples");
    private static final boolean RECORD = "record".equals(System.getProperty("examples"));
    private static final Halves HALVES = Halves.fresh();

    @TempDir
    static Path outside;

    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void record() {
        command = HALVES.command();
        query = HALVES.query(SignedLog.settings(outside));
        last = Council.settle(command);
        SignedLog.awaitSignedUpTo(query, last);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_head_is_signed_with_the_public_key_and_kept_outside() throws IOException {
        SignedNote checkpoint = checkpoint();
        TrustPolicy policy = TrustPolicy.parse("log " + key() + "\nquorum none\n");
        assertThat(policy.accepted(checkpoint)).hasValueSatisfying(head -> {
            assertThat(head.origin()).isEqualTo(SignedLog.ORIGIN);
            assertThat(head.size()).isGreaterThanOrEqualTo(last);
        });
        assertThat(TreeHead.parse(Files.readString(outside.resolve("head"))).size())
                .isGreaterThanOrEqualTo(last);
        assertThat(NoteKey.parse(key()).name()).isEqualTo(SignedLog.ORIGIN);
    }

    @Test
    void every_fact_is_proven_below_it_by_what_is_shown_of_the_fact() {
        for (long position = 1; position <= last; position++) {
            InclusionProof proof = InclusionProof.parse(
                    query.get("reader", "/ledger/facts/" + position + "/proof").text());
            JsonNode fact = query.get("reader", "/facts/" + position).json().path("fact");
            TreeHash leaf =
                    TreeHash.of(HexFormat.of().parseHex(fact.path("leafHash").asString()));
            assertThat(proof.index()).isEqualTo(position - 1);
            assertThat(proof.holds(leaf)).isTrue();
            assertThat(fact.has("altered")).isFalse();
        }
    }

    @Test
    void the_log_of_today_begins_with_the_log_of_before() {
        TreeHead before = TreeHead.parse(checkpoint().text());
        long position =
                command.post("office", "/registers", Bodies.register("ANOTHER")).position();
        SignedLog.awaitSignedUpTo(query, position);
        TreeHead after = TreeHead.parse(checkpoint().text());
        List<TreeHash> proof = query.get("reader", "/ledger/consistency?from=" + before.size() + "&to=" + after.size())
                .text()
                .lines()
                .map(TreeHash::ofBase64)
                .toList();
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(ProofCheck.isConsistent(before.size(), before.root(), after.size(), after.root(), proof))
                .isTrue();
        assertThat(query.get("reader", "/ledger/consistency?from=3&to=3").text())
                .isEmpty();
    }

    /** What a public tool does that reads tiles. */
    @Test
    void the_signed_root_is_that_of_the_tiles_and_these_of_the_entries() {
        TreeHead head = TreeHead.parse(checkpoint().text());
        MerkleTree tree = new MerkleTree(new Tiles((level, number) ->
                Optional.of(tile("reader", new TilePath(level, number, Tiles.width(level, number, head.size()))))));
        assertThat(tree.root(head.size())).isEqualTo(head.root());

        byte[] leaves = tile("reader", new TilePath(0, 0, (int) last));
        ByteBuffer entries = ByteBuffer.wrap(tile("assurance", new TilePath(TilePath.ENTRIES, 0, (int) last)));
        for (int i = 0; i < last; i++) {
            byte[] entry = new byte[entries.getShort()];
            entries.get(entry);
            assertThat(TreeHash.ofLeaf(entry)).isEqualTo(TreeHash.at(leaves, i));
        }
        assertThat(entries.hasRemaining()).isFalse();
        assertThat(query.get("sro2", "/ledger/tile/entries/000.p/1").status()).isEqualTo(403);
        assertThat(query.get("reader", "/ledger/tile/0/000.p/1", "Accept", "text/plain")
                        .status())
                .isEqualTo(406);
    }

    private static byte[] tile(String user, TilePath path) {
        Reply reply = query.get(user, "/ledger/tile/" + path.text());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(reply.header("Cache-Control")).contains("immutable").contains("private");
        return reply.response().body();
    }

    @ParameterizedTest
    @CsvSource({
        "/ledger/tile/0/001, 404",
        "/ledger/tile/0/000, 404",
        "/ledger/tile/9/000.p/1, 404",
        "/ledger/tile/0/0, 404",
        "/ledger/tile/, 404",
        "/ledger/tile, 404",
        "/ledger/tile/0/000.p/1?x=1, 400",
        "/ledger/facts/0/proof, 404",
        "/ledger/facts/x/proof, 404",
        "/ledger/facts/99999999999999999999/proof, 404",
        "/ledger/facts/1000000/proof, 404",
        "/ledger/consistency?from=5&to=4, 400",
        "/ledger/consistency?from=1&to=1000000, 404",
        "/ledger/consistency?from=-1&to=4, 400",
        "/ledger/consistency?from=1, 400",
        "/ledger/consistency, 400",
        "/ledger/checkpoint?asOf=2026-01-01, 400",
        "/ledger/nothing, 404"
    })
    void what_cannot_be_proven_is_a_problem(String path, int status) {
        Reply reply = query.get("reader", path);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_fact_that_was_altered_is_shown_as_altered_is_found_and_decides_nothing() throws IOException {
        long position =
                command.post("office", "/registers", Bodies.register("VICTIM")).position();
        SignedLog.awaitSignedUpTo(query, position);
        assertThat(query.getAfter(position, "/registers/VICTIM").status()).isEqualTo(200);
        ProofUnits.tamper(
                HALVES.database(),
                "update ledger.event set payload = convert_to(replace(convert_from(payload, 'UTF8'), 'VICTIM', 'WINNER'), 'UTF8')"
                        + " where position = " + position);

        JsonNode fact = query.get("reader", "/facts/" + position).json().path("fact");
        assertThat(fact.path("altered").asString()).startsWith("the fact at position " + position + " was altered");
        Caller other = HALVES.command();
        Reply refused = other.post("office", "/registers/VICTIM/going-live", "{}");
        assertThat(refused.problem()).isEqualTo("altered-fact");
        assertThat(refused.status()).isEqualTo(409);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode health = health();
            assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(health.path("details").path("damaged").toString()).contains(position + " ALTERED");
        });
        JsonNode log = query.get("assurance", "/audit/log").json();
        assertThat(log.path("sealing").asString()).isEqualTo("SEALED");
        assertThat(log.path("damage").path(0).path("position").asLong()).isEqualTo(position);
        assertThat(log.path("damage").path(0).path("evidence").path("entry").asString())
                .isNotEmpty();
        if (RECORD) Files.writeString(EXAMPLES.resolve("get-audit-log.200.json"), log.toPrettyString() + "\n");
        assertThat(query.get("sro2", "/audit/log").status()).isEqualTo(403);
    }

    /** With {@code -Dexamples=record} they are written. */
    @Test
    void the_examples_of_the_api_page_fit_each_other() throws IOException {
        String checkpoint = example("get-ledger-checkpoint", "/ledger/checkpoint");
        String key = example("get-ledger-public-key", "/ledger/public-key");
        String stated = example("get-ledger-policy", "/ledger/policy");
        String consistency = example("get-ledger-consistency", "/ledger/consistency?from=3&to=" + last);
        InclusionProof proof =
                InclusionProof.parse(example("get-ledger-facts-position-proof", "/ledger/facts/4/proof"));

        TrustPolicy policy = TrustPolicy.parse("log " + key.strip() + "\nquorum none\n");
        TreeHead head = policy.accepted(SignedNote.parse(checkpoint)).orElseThrow();
        assertThat(policy.accepted(proof.checkpoint())).isPresent();
        assertThat(TrustPolicy.parse(stated).accepted(proof.checkpoint())).isPresent();
        assertThat(proof.index()).isEqualTo(3);
        assertThat(consistency.lines().map(TreeHash::ofBase64)).isNotEmpty();
        assertThat(head.size()).isGreaterThan(proof.index());
    }

    private static String example(String operation, String path) throws IOException {
        Path file = EXAMPLES.resolve(operation + ".200.txt");
        if (RECORD) Files.writeString(file, query.get("reader", path).text());
        String shown = query.page()
                .at("/paths")
                .valueStream()
                .flatMap(item -> item.valueStream())
                .filter(one -> one.path("operationId").asString("").equals(operation))
                .findFirst()
                .orElseThrow()
                .at("/responses/200/content/text~1plain/example")
                .asString();
        return RECORD ? Files.readString(file) : shown;
    }

    private static SignedNote checkpoint() {
        Reply reply = query.get("reader", "/ledger/checkpoint");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        return SignedNote.parse(reply.response().body());
    }

    private static JsonNode health() {
        return query.getBeside("operator", "/actuator/health")
                .json()
                .path("components")
                .path("log");
    }

    private static String key() {
        return query.get("reader", "/ledger/public-key").text().strip();
    }
}
