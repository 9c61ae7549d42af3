package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bundles for tests from what the format says; tests change its parts before they are written. */
final class DraftBundle {

    static final String ORIGIN = "ledger.example/mps";
    static final Signer LOG = Signer.log(ORIGIN);
    static final Signer WITNESS = Signer.of("witness.example/w", 4);

    /** What the log holds. */
    final List<LogRecord> records = new ArrayList<>();
    /** Files besides the log and the manifest, in their order; the log stands behind the third. */
    final Map<String, byte[]> files = new LinkedHashMap<>();

    UnaryOperator<String> manifest = UnaryOperator.identity();
    UnaryOperator<byte[]> log = UnaryOperator.identity();
    boolean deflated = true;
    String checkpoint;

    private final PlainTree tree;
    private final String scope;
    private final int from;
    private final int to;

    private DraftBundle(List<DraftFact> facts, String scope, Predicate<DraftFact> chosen, int from, int to) {
        this.scope = scope;
        this.from = from;
        this.to = to;
        tree = new PlainTree(
                facts.stream().map(fact -> PlainTree.leaf(fact.entry())).toList());
        checkpoint = checkpoint(tree);
        write(facts, chosen);
        files.put("checkpoint", checkpoint.getBytes(UTF_8));
        files.put("policy", policy("quorum W").getBytes(UTF_8));
        files.put("public-key", (LOG.vkey() + "\n").getBytes(UTF_8));
        files.put("catalogue.json", "{}".getBytes(UTF_8));
        files.put("views/status.json", "{\"items\":[]}".getBytes(UTF_8));
    }

    /** All facts of a ledger. */
    static DraftBundle of(List<DraftFact> facts) {
        return of(facts, 1, facts.size());
    }

    static DraftBundle of(List<DraftFact> facts, int from, int to) {
        return new DraftBundle(facts, "{}", _ -> true, from, to);
    }

    static DraftBundle ofRegisters(List<DraftFact> facts, List<String> registers, int from, int to) {
        return new DraftBundle(
                facts, "{\"registers\":" + json(registers) + "}", fact -> registers.contains(fact.register), from, to);
    }

    static DraftBundle ofStreams(List<DraftFact> facts, List<String> streams, int from, int to) {
        return new DraftBundle(
                facts, "{\"streams\":" + json(streams) + "}", fact -> streams.contains(fact.stream), from, to);
    }

    static String policy(String quorum) {
        return "log " + LOG.vkey() + "\nwitness W " + WITNESS.vkey() + "\n" + quorum + "\n";
    }

    static String checkpoint(PlainTree tree) {
        String text = text(tree);
        return Signer.note(text, List.of(LOG.line(text, 0), WITNESS.line(text, 1_800_000_000)));
    }

    static String text(PlainTree tree) {
        return ORIGIN + "\n" + tree.leaves().size() + "\n" + PlainTree.base64(tree.root()) + "\n";
    }

    PlainTree tree() {
        return tree;
    }

    private static String json(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private void write(List<DraftFact> facts, Predicate<DraftFact> chosen) {
        for (int index = 0; index < facts.size(); ) {
            if (isHeld(facts, index, chosen)) {
                records.add(LogRecord.Fact.of(facts.get(index++)));
                continue;
            }
            int level = 0;
            while (canBeHidden(facts, index, 2 << level, chosen)) level++;
            int end = index + (1 << level);
            records.add(new LogRecord.Subtree(level, tree.part(index, end).root()));
            index = end;
        }
    }

    private boolean isHeld(List<DraftFact> facts, int index, Predicate<DraftFact> chosen) {
        return index >= from - 1 && index < to && chosen.test(facts.get(index));
    }

    private boolean canBeHidden(List<DraftFact> facts, int index, int size, Predicate<DraftFact> chosen) {
        int end = index + size;
        if (index % size != 0 || end > facts.size()) return false;
        if ((index < from - 1 && end > from - 1) || (index < to && end > to)) return false;
        for (int i = index; i < end; i++) if (isHeld(facts, i, chosen)) return false;
        return true;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        }
        return file;
    }

    private void write(OutputStream to) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            all.put(name, bytes);
            if (name.equals("public-key")) all.put("log", log.apply(logBytes()));
        });
        all.put("manifest.json", manifest.apply(manifest(all)).getBytes(UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, byte[]> one : all.entrySet()) put(zip, one.getKey(), one.getValue());
        }
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (!deflated) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    byte[] logBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            for (LogRecord one : records) one.write(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private String manifest(Map<String, byte[]> all) {
        List<String> lines = checkpoint.lines().toList();
        String listed = all.entrySet().stream()
                .map(one -> "{\"name\":\"" + one.getKey() + "\",\"bytes\":" + one.getValue().length + ",\"sha256\":\""
                        + HexFormat.of().formatHex(PlainTree.sha256(one.getValue())) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"format\":\"portfolio-ledger-bundle/1\",\"origin\":\"" + lines.get(0) + "\",\"size\":" + lines.get(1)
                + ",\"root\":\"" + lines.get(2) + "\",\"scope\":" + scope + ",\"from\":" + from + ",\"to\":" + to
                + ",\"facts\":"
                + records.stream().filter(LogRecord.Fact.class::isInstance).count() + ",\"files\":[" + listed
                + "]}";
    }
}
