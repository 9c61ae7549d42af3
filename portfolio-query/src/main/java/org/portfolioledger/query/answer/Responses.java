package org.portfolioledger.query.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.BlockedEntity;
import org.portfolioledger.state.Kind;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers items, parts of items and lists: each family's paths are a line or two on top of it. */
public final class Responses {

    private final TimePointResolver points;
    private final Rows rows;
    private final Streams streams;
    private final HttpEnvelope envelope;

    public Responses(TimePointResolver points, Rows rows, Streams streams, JsonMapper json) {
        this.points = points;
        this.rows = rows;
        this.streams = streams;
        this.envelope = new HttpEnvelope(streams, json);
    }

    /** Takes of a state that is already rendered the part that was asked for; null where the state has none. */
    @FunctionalInterface
    public interface Part {
        @Nullable
        ObjectNode of(ObjectNode entity);
    }

    /** The point of a question about one entity: in its register. */
    public TimePoint point(ReadRequest request, Kind<?, ?> kind, String id) {
        String register = streams.registerOf(kind.stream(id))
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no " + kind.name() + " " + id));
        return points.resolve(request.question(), register, request.patience());
    }

    /** The point of a question about a register, or about all of them. */
    public TimePoint point(ReadRequest request) {
        return points.resolve(request.question(), request.register(), request.patience());
    }

    /** One entity. */
    public ResponseEntity<byte[]> item(ReadRequest request, Kind<?, ?> kind, String id) {
        return item(request, kind, id, entity -> entity);
    }

    /** A part of one entity. */
    public ResponseEntity<byte[]> item(ReadRequest request, Kind<?, ?> kind, String id, Part part) {
        return item(request, point(request, kind, id), kind, id, part);
    }

    /** A part of one entity at a point that was resolved for it. */
    public ResponseEntity<byte[]> item(ReadRequest request, TimePoint point, Kind<?, ?> kind, String id, Part part) {
        Found found = rows.one(point, kind.name(), id).orElse(null);
        ObjectNode shown = found == null ? null : part.of(shown(point, found));
        if (shown == null) throw absent(point, kind, id, part);
        return envelope.versioned(request, point, kind.stream(id), found, shown);
    }

    /**
     * Looks whether an entity was there at a point.
     *
     * @throws Problem if it was not known, or not in effect
     */
    public void requireInEffect(TimePoint point, Kind<?, ?> kind, String id) {
        if (rows.one(point, kind.name(), id).isEmpty()) throw absent(point, kind, id, entity -> entity);
    }

    /** All of a kind, filtered by conditions on the row {@code r} that name their filter's value. */
    public ResponseEntity<byte[]> rows(ReadRequest request, Kind<?, ?> kind, Map<String, String> filters) {
        return rows(request, point(request), kind, filters, entity -> entity);
    }

    /** The same, of each that part which depends on a point; those without one are left out. */
    public ResponseEntity<byte[]> rows(
            ReadRequest request, TimePoint point, Kind<?, ?> kind, Map<String, String> filters, Part part) {
        List<Found> found = rows.select(KeysetQuery.of(rows, request, point, kind.name(), filters));
        boolean more = found.size() > request.page().limit();
        List<Found> page = more ? found.subList(0, request.page().limit()) : found;
        List<String> after = more ? page.getLast().keys() : null;
        List<ObjectNode> items = shown(point, page).stream()
                .map(part::of)
                .filter(Objects::nonNull)
                .toList();
        return answer(request, point, Pages.page(request, point, items, after));
    }

    /** A list that is read whole. */
    public ResponseEntity<byte[]> list(ReadRequest request, TimePoint point, List<ObjectNode> all) {
        return answer(request, point, Pages.cut(request, point, all));
    }

    /** A list that one stream feeds by one row; null where there is no row. */
    ResponseEntity<byte[]> list(
            ReadRequest request, TimePoint point, String stream, @Nullable Found row, List<ObjectNode> all) {
        return envelope.versioned(request, point, stream, row, Pages.cut(request, point, all));
    }

    /** An answer that no command can follow on. */
    public ResponseEntity<byte[]> answer(ReadRequest request, TimePoint point, ObjectNode content) {
        return envelope.digested(request, point, content);
    }

    /** What tells a point, so that it can be asked again. */
    public static ObjectNode echo(TimePoint point) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("asOf", point.asOf().toString())
                .put("knownAt", point.knownAt())
                .put("position", point.position());
    }

    /** Rows as items. */
    public List<ObjectNode> shown(TimePoint point, List<Found> found) {
        Rendering rendering =
                rows.rendering(point, found.stream().map(Found::state).toList());
        return found.stream().map(rendering::item).toList();
    }

    public ObjectNode shown(TimePoint point, Found found) {
        return shown(point, List.of(found)).getFirst();
    }

    private Problem absent(TimePoint point, Kind<?, ?> kind, String id, Part part) {
        for (BlockedEntity blocked : point.rows().blocked()) {
            if (blocked.stream().equals(kind.stream(id)))
                return Problem.of(
                        HttpProblem.NOT_CAUGHT_UP,
                        "Its facts from position %s on could not be folded".formatted(blocked.fact()));
        }
        if (has(rows.segments(point, kind.name(), id), point, part))
            return Problem.of(HttpProblem.NOT_IN_EFFECT_THEN, "It was not in effect on " + point.asOf());
        boolean wholeEntity = part.of(JsonNodeFactory.instance.objectNode()) != null;
        if (wholeEntity || has(rows.everKnown(point, kind.name(), id), point, part))
            return Problem.of(HttpProblem.NOT_KNOWN_THEN, "It was not known at " + point.knownAt());
        return Problem.of(HttpProblem.NOT_FOUND, "There is no such thing in " + kind.name() + " " + id);
    }

    private boolean has(List<Found> segments, TimePoint point, Part part) {
        return shown(point, segments).stream().anyMatch(entity -> part.of(entity) != null);
    }
}
