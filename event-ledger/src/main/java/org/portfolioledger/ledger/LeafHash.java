package org.portfolioledger.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Checks what the database computed: the leaf hash of RFC 6962, SHA-256 of a zero byte and the fact's entry.
 *
 * <p>The entry is a version byte; the SHA-256 of payload, metadata and basis; position, recordedAt, knownAt and sequence in
 * eight bytes each, revision and effectiveOn in four, the event's id in sixteen; then register, stream, type, actor and command in UTF-8, a line feed
 * after each, which none of them contains. Numbers are big-endian, moments microseconds and dates days since the beginning
 * of 2000. A change to any of it would rewrite history.
 */
public final class LeafHash {

    private static final byte LEAF = 0;
    private static final byte VERSION = 1;
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final Instant BEGINNING_MOMENT = BEGINNING.atStartOfDay().toInstant(ZoneOffset.UTC);

    /** Bytes before the texts: version, three digests, four long numbers, two short ones, and an id. */
    private static final int FIXED = 1 + 3 * 32 + 4 * Long.BYTES + 2 * Integer.BYTES + 2 * Long.BYTES;

    private LeafHash() {}

    /** SHA-256 of the leaf, 32 bytes. */
    public static byte[] of(StoredEvent event) {
        MessageDigest digest = sha256();
        byte[] entry = entry(event, digest);
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The bytes that the leaf digests. */
    public static byte[] entry(StoredEvent event) {
        return entry(event, sha256());
    }

    private static byte[] entry(StoredEvent event, MessageDigest digest) {
        CommandKey command = event.command();
        byte[] texts = (event.register() + "\n" + event.stream() + "\n" + event.type() + "\n" + command.actor() + "\n"
                        + command.key() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED + texts.length)
                .put(VERSION)
                .put(digest.digest(event.payload()))
                .put(digest.digest(event.metadata()))
                .put(digest.digest(event.basis()))
                .putLong(event.position())
                .putLong(microseconds(event.recordedAt()))
                .putLong(microseconds(event.knownAt()))
                .putLong(event.sequence())
                .putInt(event.revision())
                .putInt(Math.toIntExact(ChronoUnit.DAYS.between(BEGINNING, event.effectiveOn())))
                .putLong(event.eventId().getMostSignificantBits())
                .putLong(event.eventId().getLeastSignificantBits())
                .put(texts)
                .array();
    }

    private static long microseconds(Instant moment) {
        return ChronoUnit.MICROS.between(BEGINNING_MOMENT, moment);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
