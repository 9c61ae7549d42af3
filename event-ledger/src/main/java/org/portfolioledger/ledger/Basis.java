package org.portfolioledger.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes guards as the append does: as the one JSON that is stored with every fact of the request, and hashed. */
final class Basis {

    private static final JsonMapper JSON = new JsonMapper();

    private Basis() {}

    static byte[] of(Collection<Guard> guards) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Guard guard : merged(guards)) {
                json.writeStartObject();
                json.writeStringProperty("stream", guard.stream());
                json.writeNumberProperty("sequence", guard.lastSequence());
                json.writeArrayPropertyStart("facts");
                guard.facts().forEach(json::writeNumber);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /** Positions in a row, as 1,2. */
    static String numbers(List<Long> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** How a basis begins the guard of a stream. */
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
        return new Guard(
                one.stream(),
                Math.min(one.lastSequence(), other.lastSequence()),
                Stream.concat(one.facts().stream(), other.facts().stream()).toList());
    }
}
