package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures how many facts a second one thread verifies, of a bundle of a million facts with a payload of 300 bytes, metadata of
 * 80 and a basis of 100, in 100,000 streams and 500,000 commands. A word, "deflated", has the log deflated; otherwise it is stored.
 */
final class VerifierBenchmark {

    private static final int FACTS = Integer.getInteger("facts", 1_000_000);
    private static final int STREAMS = FACTS / 10;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private VerifierBenchmark() {}

    public static void main(String[] words) throws IOException {
        boolean deflated = words.length > 0 && words[0].equals("deflated");
        Path folder = Files.createTempDirectory("verifier");
        Path file = folder.resolve("bundle.zip");
        try {
            write(file, deflated);
            System.out.println(FACTS + " facts, " + Files.size(file) + " bytes, " + (deflated ? "deflated" : "stored"));
            for (int round = 1; round <= ROUNDS; round++) {
                long begun = System.nanoTime();
                long busy = THREADS.getCurrentThreadCpuTime();
                Verified verified = Verified.run("bundle", file);
                double seconds = (System.nanoTime() - begun) / 1e9;
                double busySeconds = (THREADS.getCurrentThreadCpuTime() - busy) / 1e9;
                if (verified.code() != ExitCode.WHOLE) throw new IllegalStateException(verified.out());
                System.out.println(String.format(
                        Locale.ROOT,
                        "round %d: %,.0f facts a second in %.2f s; %,.0f a second of the processor",
                        round,
                        FACTS / seconds,
                        seconds,
                        FACTS / busySeconds));
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void write(Path file, boolean deflated) throws IOException {
        LogTree tree = new LogTree();
        Path log = Files.createTempFile("verifier", "log");
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(log), sha), 1 << 16))) {
                for (int i = 1; i <= FACTS; i++) {
                    DraftFact fact = fact(i);
                    LogRecord.Fact.of(fact).write(out);
                    tree.add(0, NodeHash.ofLeaf(fact.entry()).bytes(), 0);
                }
            }
            String text = DraftBundle.ORIGIN + "\n" + FACTS + "\n" + tree.root() + "\n";
            String checkpoint = Signer.note(text, List.of(DraftBundle.LOG.line(text, 0)));
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                zip.setLevel(Deflater.BEST_SPEED);
                StringBuilder files = new StringBuilder();
                put(zip, files, "checkpoint", checkpoint);
                put(zip, files, "policy", "log " + DraftBundle.LOG.vkey() + "\nquorum none\n");
                put(zip, files, "public-key", DraftBundle.LOG.vkey() + "\n");
                putLog(zip, log, deflated);
                list(files, "log", Files.size(log), sha.digest());
                put(zip, files, "catalogue.json", "{}");
                put(zip, new StringBuilder(), "manifest.json", manifest(tree, files));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(log);
        }
    }

    private static DraftFact fact(int position) {
        DraftFact fact = new DraftFact();
        fact.position = position;
        fact.recordedAt = 800_000_000_000_000L + (position + 1) / 2 * 1_000L;
        fact.knownAt = fact.recordedAt;
        fact.stream = "initiative-PG-" + (position - 1) % STREAMS;
        fact.sequence = Math.floorDiv(position - 1L, STREAMS);
        fact.eventId = position * 0x9E3779B97F4A7C15L;
        fact.actor = "office.clerk";
        fact.command = "6f1c2a9e-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", (position + 1) / 2);
        fact.payload = padded("{\"name\":\"Affordable homes\",\"number\":" + position + ",\"words\":\"", 300);
        fact.metadata = padded("{\"traceId\":\"" + Long.toHexString(position * 31L) + "\",\"note\":\"", 80);
        fact.basis = padded(
                "{\"restsOn\":[" + (position > 4 ? (position - 4) + "," + (position - 3) : "") + "],\"read\":[\"", 100);
        return fact;
    }

    private static String padded(String begun, int length) {
        return begun + "x".repeat(length - begun.length() - 2) + "\"}";
    }

    private static void putLog(ZipOutputStream zip, Path log, boolean deflated) throws IOException {
        ZipEntry entry = new ZipEntry("log");
        if (!deflated) {
            CRC32 sum = new CRC32();
            Files.copy(log, new OutputStream() {
                @Override
                public void write(int one) {
                    sum.update(one);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    sum.update(bytes, offset, length);
                }
            });
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(Files.size(log));
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        Files.copy(log, zip);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, StringBuilder files, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
        list(files, name, text.getBytes(UTF_8).length, PlainTree.sha256(text.getBytes(UTF_8)));
    }

    private static void list(StringBuilder files, String name, long bytes, byte[] sha256) {
        files.append(files.isEmpty() ? "" : ",")
                .append("{\"name\":\"" + name + "\",\"bytes\":" + bytes + ",\"sha256\":\""
                        + HexFormat.of().formatHex(sha256) + "\"}");
    }

    private static String manifest(LogTree tree, StringBuilder files) {
        return "{\"format\":\"portfolio-ledger-bundle/1\",\"origin\":\"" + DraftBundle.ORIGIN + "\",\"size\":" + FACTS
                + ",\"root\":\"" + tree.root() + "\",\"scope\":{},\"from\":1,\"to\":" + FACTS + ",\"facts\":" + FACTS
                + ",\"files\":["
                + files + "]}";
    }
}
