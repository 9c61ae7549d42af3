package org.portfolioledger.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A fact on its way into the ledger.
 *
 * @param eventId unique over the whole ledger
 * @param stream the stream to which it belongs, kind-id
 * @param sequence its number within the stream, from 0 without a gap
 * @param type stable name, never a class name
 * @param revision of the type, from 1
 * @param payload JSON in UTF-8, kept byte for byte
 * @param metadata JSON in UTF-8, kept byte for byte
 * @param effectiveOn the day from which it holds in the world
 */
@SuppressWarnings("ArrayRecordComponent") // Handed through to the driver; nobody compares new events.
public record NewEvent(
        UUID eventId,
        String stream,
        long sequence,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata,
        LocalDate effectiveOn) {

    public NewEvent {
        PostgresText.require("stream", stream);
        PostgresText.require("type", type);
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence is negative: " + sequence);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revision is below 1: " + revision);
        }
        // The leaf writes a date in ten characters.
        if (effectiveOn.getYear() < 1 || effectiveOn.getYear() > 9999) {
            throw new IllegalArgumentException("effectiveOn is outside the years 1 to 9999: " + effectiveOn);
        }
    }
}
