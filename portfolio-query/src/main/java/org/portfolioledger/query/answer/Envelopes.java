package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.Point;
import org.portfolioledger.query.point.Points;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts beside what is answered the point for which it holds, and the tag by which it is known again. */
final class Envelopes {

    private final Streams streams;
    private final JsonMapper json;

    Envelopes(Streams streams, JsonMapper json) {
        this.streams = streams;
        this.json = json;
    }

    /** What no single stream feeds, or is past: no command can follow on it. */
    ResponseEntity<byte[]> digested(Asked asked, Point point, ObjectNode content) {
        byte[] body = body(asked, point, content);
        return tagged(asked, point, "\"d-" + Cursor.digest(body) + "\"", true, body);
    }

    /**
     * What one stream feeds: in the present its tag is the stream's version, 0 where it has not begun, as a command's
     * {@code If-Match} takes it.
     *
     * @param row that is shown; null if there is none
     */
    ResponseEntity<byte[]> versioned(Asked asked, Point point, String stream, @Nullable Found row, ObjectNode content) {
        // Nor on what may not be the present: more of the stream is on record than is shown.
        if (!asked.question().isPresent() || !point.rows().stale().isEmpty()) return digested(asked, point, content);
        Optional<Streams.Version> version = streams.version(stream, point);
        long number = version.map(Streams.Version::version).orElse(0L);
        boolean comparable = version.map(latest -> hasHeldSince(recordedOn(latest), row)
                        && !changesByItself(content, latest.position(), recordedOn(latest)))
                .orElse(true);
        return tagged(asked, point, "\"" + number + "\"", comparable, body(asked, point, content));
    }

    private static LocalDate recordedOn(Streams.Version version) {
        return LocalDate.ofInstant(version.recordedAt(), Points.LONDON);
    }

    /** A change that was recorded ahead comes about without a new version. */
    private static boolean hasHeldSince(LocalDate recordedOn, @Nullable Found row) {
        return row != null && (row.from() == null || !row.from().isAfter(recordedOn));
    }

    /** Whether a day that comes, or a fact in another stream, may change what is shown of a version. */
    private static boolean changesByItself(ObjectNode content, long last, LocalDate recordedOn) {
        return content.findValue("restsOn") != null
                || content.findValue("downstream") != null
                || content.findValues("fact").stream().anyMatch(fact -> fact.asLong() > last)
                || content.findValue("datePrecision") != null
                || content.findValuesAsString("since").stream()
                        .anyMatch(since -> since.compareTo(recordedOn.toString()) > 0);
    }

    private static ResponseEntity<byte[]> tagged(
            Asked asked, Point point, String tag, boolean comparable, byte[] body) {
        boolean forEver = asked.question().namesBoth() && point.settled();
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(forEver ? "private, immutable, max-age=31536000" : "private, no-cache");
        if (comparable
                && (asked.ifNoneMatch().contains(tag) || asked.ifNoneMatch().contains("W/" + tag)))
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    private byte[] body(Asked asked, Point point, ObjectNode content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (asked.form().takesAsOf()) body.put("asOf", point.asOf().toString());
        if (asked.form().takesKnownAt()) body.put("knownAt", point.knownAt()).put("position", point.position());
        if (point.provisional()) body.put("provisional", true);
        Stale.tell(point, body);
        content.forEachEntry(body::set);
        return json.writeValueAsBytes(body);
    }
}
