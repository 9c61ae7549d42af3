package org.portfolioledger.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Checks what the database computed: the leaf hash of RFC 6962, SHA-256 of a zero byte and the fact's entry.
 *
 * <p>The entry is a version byte and then fields, each as its length in four bytes and its bytes. Texts are UTF-8,
 * integers eight bytes, moments microseconds since 1970 in eight bytes, dates {@code YYYY-MM-DD}; all big-endian. A
 * change to any of it would rewrite history.
 */
public final class LeafHash {

    private static final byte LEAF = 0;
    private static final byte VERSION = 1;

    private LeafHash() {}

    /** SHA-256 of the leaf, 32 bytes. */
    public static byte[] of(StoredEvent event) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry(event));
    }

    /** The bytes that the leaf digests. */
    public static byte[] entry(StoredEvent event) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            field(out, event.register());
            field(out, event.position());
            field(out, event.stream());
            field(out, event.sequence());
            field(out, event.type());
            field(out, event.revision());
            field(out, event.effectiveOn().toString());
            field(out, microseconds(event.knownAt()));
            field(out, microseconds(event.recordedAt()));
            field(out, event.command().actor());
            field(out, event.command().key());
            field(out, sha256().digest(event.payload()));
            field(out, sha256().digest(event.metadata()));
            field(out, sha256().digest(event.basis()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void field(DataOutputStream out, String value) throws IOException {
        field(out, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(DataOutputStream out, long value) throws IOException {
        field(out, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static long microseconds(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
