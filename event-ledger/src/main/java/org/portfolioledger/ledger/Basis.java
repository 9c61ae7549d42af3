package org.portfolioledger.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes on what one fact rests as the append does: as the JSON that is stored with it, and hashed. */
final class Basis {

    private static final JsonMapper JSON = new JsonMapper();

    private Basis() {}

    /**
     * @param restsOn positions of the facts on which it rests
     * @param guards what was read for the request to which it belongs
     */
    static byte[] of(List<Long> restsOn, Collection<Guard> guards) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("restsOn");
            restsOn.forEach(json::writeNumber);
            json.writeEndArray();
            json.writeArrayPropertyStart("read");
            for (Guard guard : merged(guards)) {
                json.writeStartObject();
                json.writeStringProperty("stream", guard.stream());
                json.writeNumberProperty("sequence", guard.lastSequence());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Numbers in a row, as 1,2. */
    static String numbers(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** How a basis begins what was read of a stream. */
    static String naming(String stream) {
        return "\"stream\":" + JSON.writeValueAsString(stream) + ",";
    }

    /** One guard a stream, sorted by stream. */
    static List<Guard> merged(Collection<Guard> guards) {
        var byStream = new TreeMap<String, Guard>();
        guards.forEach(guard -> byStream.merge(guard.stream(), guard, Basis::both));
        return List.copyOf(byStream.values());
    }

    /** A stream that moved between two readings keeps the lower sequence, so that the append refuses the request. */
    private static Guard both(Guard one, Guard other) {
        return new Guard(one.stream(), Math.min(one.lastSequence(), other.lastSequence()));
    }
}
