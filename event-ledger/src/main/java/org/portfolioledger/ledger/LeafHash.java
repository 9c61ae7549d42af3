package org.portfolioledger.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Checks what the database computed: the leaf hash of RFC 6962, SHA-256 of a zero byte and the fact's entry.
 *
 * <p>The entry is a version byte; the SHA-256 of payload, metadata and basis; position, recordedAt, knownAt and sequence in
 * eight bytes each, revision and effectiveOn in four; then register, stream, type, actor and command in UTF-8, a line feed
 * after each, which none of them contains. Numbers are big-endian, moments microseconds and dates days since the beginning
 * of 2000. A change to any of it would rewrite history.
 */
public final class LeafHash {

    private static final byte LEAF = 0;
    private static final byte VERSION = 1;
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

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
            for (byte[] hashed : List.of(event.payload(), event.metadata(), event.basis()))
                out.write(sha256().digest(hashed));
            out.writeLong(event.position());
            out.writeLong(microseconds(event.recordedAt()));
            out.writeLong(microseconds(event.knownAt()));
            out.writeLong(event.sequence());
            out.writeInt(event.revision());
            out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(BEGINNING, event.effectiveOn())));
            CommandKey command = event.command();
            for (String text : List.of(event.register(), event.stream(), event.type(), command.actor(), command.key()))
                out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static long microseconds(Instant moment) {
        return ChronoUnit.MICROS.between(BEGINNING.atStartOfDay().toInstant(ZoneOffset.UTC), moment);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
