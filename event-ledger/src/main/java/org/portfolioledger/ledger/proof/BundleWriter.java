package org.portfolioledger.ledger.proof;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerScope;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes audit bundles, as docs/audit-bundle.md defines them: a fact as it is stored, beside the leaf that the tree has for it.
 * Whether they fit is for whoever verifies it to find.
 */
public final class BundleWriter {

    private static final String FORMAT = "portfolio-ledger-bundle/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FACT = 1;
    private static final int SUBTREE = 2;

    /** Tiles that are kept: a log goes through them from left to right, on each level. */
    private static final int REMEMBERED = 32;

    private static final int BUFFER = 1 << 16;

    private final Ledger ledger;
    private final JdbcClient jdbc;

    /** @param database with the ledger and the schema {@code proof}, where a role may read both */
    public BundleWriter(DataSource database) {
        this.ledger = new Ledger(database);
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * Writes a bundle; the same one always as the same bytes.
     *
     * @param catalogue the types of facts with their schemas, as JSON
     * @param out is left open
     */
    public void write(AuditBundle bundle, byte[] catalogue, OutputStream out) throws IOException {
        BundleZip file = new BundleZip(out);
        file.put("checkpoint", text(bundle.checkpoint().whole()));
        file.put("policy", text(bundle.policy()));
        file.put("public-key", text(bundle.key().text() + "\n"));
        Log log = new Log(bundle);
        file.put("log", log::writeTo);
        file.put("catalogue.json", stream -> stream.write(catalogue));
        byte[] manifest = JSON.writeValueAsBytes(manifest(bundle, log.facts, file.listed()));
        file.put("manifest.json", stream -> stream.write(manifest));
        file.end();
    }

    private static BundleZip.Content text(String text) {
        return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> manifest(AuditBundle bundle, long facts, List<BundleZip.Listed> files) {
        TreeHead head = bundle.head();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("origin", head.origin());
        manifest.put("size", head.size());
        manifest.put("root", head.root().base64());
        manifest.put("scope", scope(bundle.scope()));
        manifest.put("from", bundle.from());
        manifest.put("to", bundle.to());
        manifest.put("facts", facts);
        manifest.put("files", files);
        return manifest;
    }

    private static Map<String, List<String>> scope(LedgerScope scope) {
        return switch (scope) {
            case LedgerScope.Everything _ -> Map.of();
            case LedgerScope.Registers registers -> Map.of("registers", registers.names());
            case LedgerScope.Streams streams -> Map.of("streams", streams.names());
        };
    }

    /** The whole tree, from its first leaf to its last. */
    private final class Log {

        private final AuditBundle bundle;
        private final long size;
        private final Tiles tiles = new Tiles(new Remembered());
        /** How many leaves are written. */
        private long written;

        private long facts;

        Log(AuditBundle bundle) {
            this.bundle = bundle;
            this.size = bundle.head().size();
        }

        void writeTo(OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
            hide(bundle.from() - 1, out);
            try {
                ledger.each(bundle.scope(), bundle.from(), bundle.to(), fact -> put(fact, out));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            hide(bundle.to(), out);
            hide(size, out);
            out.flush();
        }

        private void put(StoredEvent fact, DataOutputStream out) {
            try {
                hide(fact.position() - 1, out);
                out.writeByte(FACT);
                out.write(tiles.hash(0, fact.position() - 1).bytes());
                byte[] entry = LeafHash.entry(fact);
                out.writeShort(entry.length);
                out.write(entry);
                for (byte[] part : List.of(fact.payload(), fact.metadata(), fact.basis())) {
                    out.writeInt(part.length);
                    out.write(part);
                }
                written++;
                facts++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Writes the largest subtrees in place of the leaves up to a size. */
        private void hide(long end, DataOutputStream out) throws IOException {
            while (written < end) {
                int fitting = written == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(written);
                int level = Math.min(fitting, Long.SIZE - 1 - Long.numberOfLeadingZeros(end - written));
                out.writeByte(SUBTREE);
                out.writeByte(level);
                out.write(tiles.hash(level, written >>> level).bytes());
                written += 1L << level;
            }
        }
    }

    private final class Remembered implements Tiles.Source {

        private final TreeTable table = new TreeTable(jdbc);
        private final Map<List<Long>, Optional<byte[]>> last = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Long>, Optional<byte[]>> eldest) {
                return size() > REMEMBERED;
            }
        };

        @Override
        public Optional<byte[]> tile(int level, long number) {
            return last.computeIfAbsent(List.of((long) level, number), _ -> table.tile(level, number));
        }
    }
}
