package org.portfolioledger.ledger.proof;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ZIP file of an audit bundle while it is written. The same files make the same bytes. */
final class BundleZip {

    /** Nothing in it tells when it was made. */
    private static final LocalDateTime MADE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Listed> listed = new ArrayList<>();

    /** One file, as the manifest lists it. */
    record Listed(String name, long bytes, String sha256) {}

    /** Writes a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    BundleZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void put(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        zip.putNextEntry(entry);
        Summed summed = new Summed(zip);
        content.writeTo(summed);
        summed.flush();
        zip.closeEntry();
        listed.add(new Listed(name, summed.length, HexFormat.of().formatHex(summed.digest.digest())));
    }

    List<Listed> listed() {
        return List.copyOf(listed);
    }

    /** What was written to is left open. */
    void end() throws IOException {
        zip.finish();
    }

    private static final class Summed extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long length;

        Summed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            out.write(bytes, from, many);
            digest.update(bytes, from, many);
            length += many;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
