package org.portfolioledger.ledger.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes audit bundles and keeps on record that it did. No file is kept: whenever one is asked for, it is written again, and is the
 * same to the last byte.
 */
public final class AuditBundles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditBundles.class);

    private final BundleRecords records;
    private final BundleWriter writer;
    private final byte[] catalogue;
    private final String catalogueDigest;
    private final Set<Long> measured = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bundle-measuring").factory());

    /** @param catalogue the types of facts with their schemas, as JSON */
    public AuditBundles(BundleRecords records, BundleWriter writer, byte[] catalogue) {
        this.records = records;
        this.writer = writer;
        this.catalogue = catalogue.clone();
        this.catalogueDigest = hex(sha256().digest(catalogue));
    }

    /**
     * Puts on record that a bundle is made, and begins to measure it.
     *
     * @param asked what was asked for, as JSON
     */
    public BundleRecord make(String madeBy, String purpose, String asked, AuditBundle bundle) {
        BundleRecord made = records.add(madeBy, purpose, asked, bundle);
        measure(made);
        return made;
    }

    public Optional<BundleRecord> find(long number) {
        return records.find(number);
    }

    /** The latest first; see {@link BundleRecords#latest}. */
    public List<BundleRecord> latest(long before, int limit) {
        return records.latest(before, limit);
    }

    /** Its length and digest as it would be written now; empty until it is measured, which begins with the question. */
    public Optional<BundleRecord.File> file(BundleRecord record) {
        BundleRecord.File file = record.file();
        if (file != null && file.catalogue().equals(catalogueDigest)) return Optional.of(file);
        measure(record);
        return Optional.empty();
    }

    /** What tells its file from that of another, or of a release with another catalogue. */
    public String tag(BundleRecord record) {
        return record.number() + "-" + catalogueDigest.substring(0, 16);
    }

    /** @param out is left open */
    public void write(BundleRecord record, OutputStream out) throws IOException {
        writer.write(record.bundle(), catalogue, out);
    }

    private void measure(BundleRecord record) {
        if (!measured.add(record.number())) return;
        background.execute(() -> {
            try {
                Counted counted = new Counted();
                DigestOutputStream digested = new DigestOutputStream(counted, sha256());
                write(record, digested);
                records.written(
                        record.number(),
                        new BundleRecord.File(
                                counted.bytes, hex(digested.getMessageDigest().digest()), catalogueDigest));
            } catch (IOException | RuntimeException fault) {
                LOG.warn("audit bundle {} could not be measured, which is tried again: {}", record.number(), fault);
                measured.remove(record.number());
            }
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int many) {
            bytes += many;
        }
    }
}
