package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.edge.EdgeProblem;
import org.portfolioledger.edge.Problem;
import org.portfolioledger.query.answer.Asked.Order;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.Point;
import org.portfolioledger.query.point.Points;
import org.portfolioledger.state.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers items, parts of items and lists: each family's paths are a line or two on top of it. */
public final class Answers {

    private final Points points;
    private final Rows rows;
    private final Streams streams;
    private final JsonMapper json;

    public Answers(Points points, Rows rows, Streams streams, JsonMapper json) {
        this.points = points;
        this.rows = rows;
        this.streams = streams;
        this.json = json;
    }

    /** Takes of a state that is already rendered the part that was asked for; null where the state has none. */
    @FunctionalInterface
    public interface Part {
        @Nullable
        ObjectNode of(ObjectNode entity);
    }

    /** The point of a question about one entity: in its register. */
    public Point point(Asked asked, Kind<?, ?> kind, String id) {
        String register = streams.registerOf(kind.stream(id))
                .orElseThrow(() -> Problem.of(EdgeProblem.NOT_FOUND, "There is no " + kind.name() + " " + id));
        return points.resolve(asked.question(), register, asked.patience());
    }

    /** The point of a question about a register, or about all of them. */
    public Point point(Asked asked) {
        return points.resolve(asked.question(), asked.register(), asked.patience());
    }

    /** One entity. */
    public ResponseEntity<byte[]> item(Asked asked, Kind<?, ?> kind, String id) {
        return item(asked, kind, id, entity -> entity);
    }

    /** A part of one entity. */
    public ResponseEntity<byte[]> item(Asked asked, Kind<?, ?> kind, String id, Part part) {
        return item(asked, point(asked, kind, id), kind, id, part);
    }

    /** The same at a point that the part depends on. */
    public ResponseEntity<byte[]> item(Asked asked, Point point, Kind<?, ?> kind, String id, Part part) {
        Found found = rows.one(point, kind.name(), id).orElse(null);
        ObjectNode shown = found == null ? null : part.of(shown(point, found));
        if (found == null || shown == null) throw absent(point, kind, id, part);
        return answer(asked, point, kind.stream(id), found.from(), shown);
    }

    /**
     * Looks whether an entity was there at a point.
     *
     * @throws Problem if it was not known, or not in effect
     */
    public void requireInEffect(Point point, Kind<?, ?> kind, String id) {
        if (rows.one(point, kind.name(), id).isEmpty()) throw absent(point, kind, id, entity -> entity);
    }

    /** All of a kind, filtered by conditions on the row {@code r} that name their filter's value. */
    public ResponseEntity<byte[]> rows(Asked asked, Kind<?, ?> kind, Map<String, String> filters) {
        return rows(asked, point(asked), kind, filters, entity -> entity);
    }

    /** The same, of each that part which depends on a point; those without one are left out. */
    public ResponseEntity<byte[]> rows(
            Asked asked, Point point, Kind<?, ?> kind, Map<String, String> filters, Part part) {
        List<Found> found = rows.select(selection(asked, point, kind, filters));
        boolean more = found.size() > asked.page().limit();
        List<Found> page = more ? found.subList(0, asked.page().limit()) : found;
        List<ObjectNode> items = shown(point, page).stream()
                .map(part::of)
                .filter(Objects::nonNull)
                .toList();
        return answer(
                asked, point, page(asked, point, items, more ? page.getLast().keys() : null));
    }

    /** A list that is read whole and cut here: at one point it is the same for every page. */
    public ResponseEntity<byte[]> list(Asked asked, Point point, List<ObjectNode> all) {
        return answer(asked, point, part(asked, point, all));
    }

    /** The part of a list that was asked for, with its cursor. */
    public ObjectNode part(Asked asked, Point point, List<ObjectNode> all) {
        List<ObjectNode> ordered = new ArrayList<>(all);
        if (!asked.page().order().isEmpty())
            ordered.sort(comparator(asked.page().order()));
        int start = (int) Math.min(ordered.size(), asked.page().afterNumber());
        int end = Math.min(ordered.size(), start + asked.page().limit());
        return page(
                asked, point, ordered.subList(start, end), end < ordered.size() ? List.of(String.valueOf(end)) : null);
    }

    /** What tells a point, so that it can be asked again. */
    public static ObjectNode echo(Point point) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("asOf", point.asOf().toString())
                .put("knownAt", point.knownAt())
                .put("position", point.position());
    }

    /** One page of a list. */
    public ObjectNode page(Asked asked, Point point, List<ObjectNode> items, @Nullable List<String> after) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("items");
        items.forEach(array::add);
        if (after == null) body.putNull("next");
        else body.put("next", cursor(asked, point, after).write());
        return body;
    }

    /** Rows as they are shown, ids first. */
    public List<ObjectNode> shown(Point point, List<Found> found) {
        Rendering rendering =
                rows.rendering(point, found.stream().map(Found::state).toList());
        return found.stream().map(row -> shown(row, rendering)).toList();
    }

    public ObjectNode shown(Point point, Found found) {
        return shown(point, List.of(found)).getFirst();
    }

    private static ObjectNode shown(Found row, Rendering rendering) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", row.id());
        shown.put("register", row.register());
        rendering.render(row.state()).forEachEntry(shown::set);
        return shown;
    }

    /** An answer that no command can follow on. */
    public ResponseEntity<byte[]> answer(Asked asked, Point point, ObjectNode content) {
        byte[] body = body(asked, point, content);
        return tagged(asked, point, "\"d-" + Cursor.digest(body) + "\"", true, body);
    }

    private ResponseEntity<byte[]> answer(
            Asked asked, Point point, String stream, @Nullable LocalDate from, ObjectNode content) {
        if (!asked.question().isPresent()) return answer(asked, point, content);
        Streams.Version version = streams.version(stream, point).orElseThrow();
        LocalDate recordedOn = LocalDate.ofInstant(version.recordedAt(), Points.LONDON);
        // A change that was recorded ahead comes about without a new version.
        boolean asRecorded = from == null || !from.isAfter(recordedOn);
        return tagged(
                asked,
                point,
                "\"" + version.version() + "\"",
                asRecorded && !changesByItself(content, version.position(), recordedOn),
                body(asked, point, content));
    }

    /** Whether a day that comes, or a fact in another stream, may change what is shown of a version. */
    private static boolean changesByItself(ObjectNode content, long last, LocalDate recordedOn) {
        return content.findValue("restsOn") != null
                || content.findValues("fact").stream().anyMatch(fact -> fact.asLong() > last)
                || content.findValue("datePrecision") != null
                || content.findValuesAsString("since").stream()
                        .anyMatch(since -> since.compareTo(recordedOn.toString()) > 0);
    }

    private ResponseEntity<byte[]> tagged(Asked asked, Point point, String tag, boolean comparable, byte[] body) {
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
        content.forEachEntry(body::set);
        return json.writeValueAsBytes(body);
    }

    private Cursor cursor(Asked asked, Point point, List<String> after) {
        return new Cursor(
                point.asOf().toString(), point.knownAt(), after, asked.page().belongsTo());
    }

    private Problem absent(Point point, Kind<?, ?> kind, String id, Part part) {
        if (has(rows.segments(point, kind.name(), id), point, part))
            return Problem.of(EdgeProblem.NOT_IN_EFFECT_THEN, "It was not in effect on " + point.asOf());
        boolean wholeEntity = part.of(JsonNodeFactory.instance.objectNode()) != null;
        if (wholeEntity || has(rows.everKnown(kind.name(), id), point, part))
            return Problem.of(EdgeProblem.NOT_KNOWN_THEN, "It was not known at " + point.knownAt());
        return Problem.of(EdgeProblem.NOT_FOUND, "There is no such thing in " + kind.name() + " " + id);
    }

    private boolean has(List<Found> segments, Point point, Part part) {
        return shown(point, segments).stream().anyMatch(entity -> part.of(entity) != null);
    }

    private StatementSpec selection(Asked asked, Point point, Kind<?, ?> kind, Map<String, String> filters) {
        List<Order> order = asked.page().order();
        List<String> keys = Stream.concat(order.stream().map(Answers::key), Stream.of("r.id collate \"C\""))
                .toList();
        String conditions = filters.keySet().stream()
                .filter(asked.filters()::containsKey)
                .sorted()
                .map(filter -> " and (" + filters.get(filter) + ")")
                .collect(Collectors.joining());
        List<String> after = asked.page().after();
        if (after != null && after.size() != keys.size()) throw Cursor.unreadable();
        String orderBy = Stream.concat(
                        order.stream().map(part -> key(part) + (part.descending() ? " desc" : "")),
                        Stream.of("r.id collate \"C\""))
                .collect(Collectors.joining(", "));
        StatementSpec statement = rows.ordered(
                point,
                kind.name(),
                "true" + conditions + (after == null ? "" : " and (" + beyond(keys, order) + ")"),
                String.join(", ", keys),
                "order by " + orderBy + " limit :most");
        statement = statement.param("most", asked.page().limit() + 1).params(asked.filters());
        for (int n = 0; after != null && n < after.size(); n++) statement = statement.param("after" + n, after.get(n));
        return statement;
    }

    /** Behind the last item of the page before: equal in the first keys, and beyond it in the next. */
    private static String beyond(List<String> keys, List<Order> order) {
        List<String> alternatives = new ArrayList<>();
        String equal = "";
        for (int n = 0; n < keys.size(); n++) {
            boolean descending = n < order.size() && order.get(n).descending();
            alternatives.add("(%s%s %s :after%d)".formatted(equal, keys.get(n), descending ? "<" : ">", n));
            equal += "%s = :after%d and ".formatted(keys.get(n), n);
        }
        return String.join(" or ", alternatives);
    }

    private static String key(Order order) {
        return order.member().equals("since")
                ? "coalesce(lower(r.valid)::text, '') collate \"C\""
                : "coalesce(r.state #>> '{%1$s,value}', r.state ->> '%1$s', '') collate \"C\""
                        .formatted(order.member());
    }

    private static Comparator<ObjectNode> comparator(List<Order> order) {
        return order.stream()
                .map(part -> {
                    Comparator<ObjectNode> by = Comparator.comparing(text(part.member()));
                    return part.descending() ? by.reversed() : by;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Function<ObjectNode, String> text(String member) {
        return item -> {
            JsonNode node = item.path(member);
            JsonNode value = Rendering.isGrounded(node) ? node.get("value") : node;
            return value.isValueNode() ? value.asString() : "";
        };
    }
}
