package org.portfolioledger.ledger;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fact as the ledger keeps it.
 *
 * @param position its place in the one order over all registers, from 1 without a gap
 * @param eventId unique over the whole ledger
 * @param register the record to which its stream belongs
 * @param stream the stream to which it belongs, kind-id
 * @param sequence its number within the stream, from 0 without a gap
 * @param type stable name
 * @param revision of the type
 * @param payload the JSON bytes that were hashed
 * @param metadata the JSON bytes that were hashed
 * @param effectiveOn the day from which it holds in the world
 * @param knownAt when the organisation knew, in microseconds
 * @param recordedAt when it was written, in microseconds; the same for all facts of a command
 * @param command the command that decided it
 * @param basis what it rests on, and what was read for its request:
 *     {@code {"restsOn":[positions],"read":[{"stream":..,"sequence":..}]}}
 * @param leafHash its leaf of the proof tree, see {@link LeafHash}
 */
@SuppressWarnings("ArrayRecordComponent") // Read in great numbers and never compared: the position identifies it.
public record StoredEvent(
        long position,
        UUID eventId,
        String register,
        String stream,
        long sequence,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata,
        LocalDate effectiveOn,
        Instant knownAt,
        Instant recordedAt,
        CommandKey command,
        byte[] basis,
        byte[] leafHash) {

    /** Reads a row of {@code ledger.event}, every column of it. */
    public static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("register"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInt("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"),
                row.getObject("effective_on", LocalDate.class),
                Timestamps.read(row, "known_at"),
                Timestamps.read(row, "recorded_at"),
                new CommandKey(row.getString("actor"), row.getString("command")),
                row.getBytes("basis"),
                row.getBytes("leaf_hash"));
    }

    /** The same with the leaf that it would have if it were stored so. */
    public StoredEvent withLeaf() {
        return new StoredEvent(
                position,
                eventId,
                register,
                stream,
                sequence,
                type,
                revision,
                payload,
                metadata,
                effectiveOn,
                knownAt,
                recordedAt,
                command,
                basis,
                LeafHash.of(this));
    }

    /** Whether what is stored is what was recorded, as far as its leaf tells: who changes both is found by the tree. */
    public boolean isUnaltered() {
        return MessageDigest.isEqual(leafHash, LeafHash.of(this));
    }

    /** @throws FactAltered if it is not what was recorded */
    public void requireUnaltered() {
        if (!isUnaltered()) throw new FactAltered(position);
    }
}
