package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.LedgerScope;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.SuiteSize;

/** What a bundle holds, read by the page that defines its format; the verifier of auditors reads it in a journey. */
class BundleWriterTest {

    private static final int SIZE = 1_100;
    private static final int STREAMS = 23;
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();
    private static final LogKey KEY = Keys.log("ledger.example/mps");

    private static List<StoredEvent> facts;
    private static TreeRecord tree;

    private final Random random = new Random(7);

    @BeforeAll
    static void grow() {
        Ledger ledger = new Ledger(DATABASE.owner());
        // More than are below the signed head.
        ProofUnits.appendInTurn(ledger, SIZE + 50, STREAMS);
        TreeGrowthTest.grow(new TreeGrowth(ledger, DATABASE.owner(), () -> {}));
        facts = ledger.between(1, SIZE + 50);
        tree = new TreeRecord(DATABASE.owner());
    }

    /**
     * A record of the log.
     *
     * @param entry in hexadecimal; empty for a subtree
     */
    private record Part(long first, int level, TreeHash hash, boolean isFact, String entry) {}

    @Test
    void it_holds_the_facts_of_its_scope_and_period_and_the_fewest_hashes_for_the_others() throws IOException {
        for (int trial = 0; trial < (SuiteSize.LONG ? 500 : 40); trial++) {
            int size = 1 + random.nextInt(SIZE);
            int from = 1 + random.nextInt(size);
            int to = from - 1 + random.nextInt(size - from + 2);
            LedgerScope scope = scope();
            Predicate<StoredEvent> chosen =
                    fact -> fact.position() >= from && fact.position() <= to && holds(scope, fact);
            AuditBundle bundle = bundle(scope, size, from, to);
            List<Part> parts = parts(Objects.requireNonNull(files(bundle).get("log")));

            assertThat(parts.stream().filter(Part::isFact).map(Part::first))
                    .isEqualTo(facts.stream()
                            .filter(chosen)
                            .map(StoredEvent::position)
                            .toList());
            for (Part part : parts)
                if (part.isFact()) {
                    byte[] entry = LeafHash.entry(facts.get((int) part.first() - 1));
                    assertThat(part.entry()).isEqualTo(HexFormat.of().formatHex(entry));
                    assertThat(TreeHash.ofLeaf(entry)).isEqualTo(part.hash());
                }
            assertThat(root(parts, 1, size)).isEqualTo(tree.root(size));
            // As the page says: the tree up to from is there, too.
            assertThat(root(parts, 1, from - 1)).isEqualTo(tree.root(from - 1));
            assertFewest(parts, from, to);
        }
    }

    @Test
    void the_same_bundle_is_the_same_to_the_last_byte() throws IOException {
        AuditBundle bundle = bundle(new LedgerScope.Registers(List.of("MPS")), 700, 1, 700);
        assertThat(written(bundle)).isEqualTo(written(bundle));
    }

    @Test
    void its_files_stand_in_the_order_of_the_page() throws IOException {
        assertThat(files(bundle(new LedgerScope.Everything(), 3, 1, 3)).keySet())
                .containsExactly("checkpoint", "policy", "public-key", "log", "catalogue.json", "manifest.json");
    }

    private LedgerScope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new LedgerScope.Everything();
            case 1 -> new LedgerScope.Registers(List.of(random.nextBoolean() ? "MPS" : "ACME"));
            case 2 -> new LedgerScope.Streams(List.of("case-" + random.nextInt(STREAMS), "case-nowhere"));
            default ->
                new LedgerScope.Streams(List.of("case-" + random.nextInt(STREAMS), "case-" + random.nextInt(STREAMS)));
        };
    }

    private static boolean holds(LedgerScope scope, StoredEvent fact) {
        return switch (scope) {
            case LedgerScope.Everything _ -> true;
            case LedgerScope.Registers some -> some.names().contains(fact.register());
            case LedgerScope.Streams some -> some.names().contains(fact.stream());
        };
    }

    private static AuditBundle bundle(LedgerScope scope, int size, int from, int to) {
        SignedNote checkpoint = KEY.sign(new TreeHead("ledger.example/mps", size, tree.root(size)));
        return new AuditBundle(checkpoint, "quorum none\n", KEY.verifier(), scope, from, to);
    }

    private static byte[] written(AuditBundle bundle) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(DATABASE.owner()).write(bundle, "[]".getBytes(StandardCharsets.UTF_8), out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> files(AuditBundle bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(bundle)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static List<Part> parts(byte[] log) throws IOException {
        List<Part> parts = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(log));
        long first = 1;
        while (in.available() > 0) {
            boolean isFact = in.readUnsignedByte() == 1;
            int level = isFact ? 0 : in.readUnsignedByte();
            TreeHash hash = TreeHash.of(in.readNBytes(32));
            String entry = isFact ? HexFormat.of().formatHex(in.readNBytes(in.readUnsignedShort())) : "";
            if (isFact) for (int part = 0; part < 3; part++) in.skipNBytes(in.readInt());
            parts.add(new Part(first, level, hash, isFact, entry));
            first += 1L << level;
        }
        return parts;
    }

    /** RFC 6962, 2.1, over what the parts hold. */
    private static TreeHash root(List<Part> parts, long first, long last) {
        if (last < first) return TreeHash.EMPTY;
        for (Part part : parts)
            if (part.first() == first && part.first() + (1L << part.level()) - 1 == last) return part.hash();
        long left = Long.highestOneBit(last - first);
        return TreeHash.ofNode(root(parts, first, first + left - 1), root(parts, first + left, last));
    }

    /** No two hashes that stand side by side could be one. */
    private static void assertFewest(List<Part> parts, int from, int to) {
        for (int i = 1; i < parts.size(); i++) {
            Part left = parts.get(i - 1);
            Part right = parts.get(i);
            boolean siblings = !left.isFact()
                    && !right.isFact()
                    && left.level() == right.level()
                    && (left.first() - 1) % (2L << left.level()) == 0;
            boolean crosses = right.first() == from || right.first() == to + 1L;
            assertThat(siblings && !crosses)
                    .as("%s and %s", left.first(), right.first())
                    .isFalse();
        }
    }
}
