package org.portfolioledger.ledger;

import java.time.LocalDate;
import java.util.List;
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
 * @param restsOn positions of the facts on which it rests; −1 is the first event of its own request, −2 the second
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
        LocalDate effectiveOn,
        List<Long> restsOn) {

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
        if (restsOn.contains(0L)) {
            throw new IllegalArgumentException("positions begin at 1");
        }
        restsOn = restsOn.stream().distinct().sorted().toList();
    }

    /** An event that rests on nothing. */
    public NewEvent(
            UUID eventId,
            String stream,
            long sequence,
            String type,
            int revision,
            byte[] payload,
            byte[] metadata,
            LocalDate effectiveOn) {
        this(eventId, stream, sequence, type, revision, payload, metadata, effectiveOn, List.of());
    }

    /** The same, resting on these facts alone. */
    public NewEvent restingOn(List<Long> facts) {
        return new NewEvent(eventId, stream, sequence, type, revision, payload, metadata, effectiveOn, facts);
    }

    /**
     * Positions of the facts on which it rests, each once and in their order.
     *
     * @param first position of the first event of its request
     */
    public List<Long> restsOn(long first) {
        return restsOn.stream()
                .map(ground -> ground < 0 ? first - 1 - ground : ground)
                .distinct()
                .sorted()
                .toList();
    }
}
