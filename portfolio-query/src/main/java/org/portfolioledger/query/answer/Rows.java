package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.TimePoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows at a point: every read is one query with the two containments, of the day and of the position. */
public final class Rows {

    private static final String COLUMNS =
            "r.kind, r.id, r.register, lower(r.valid) as starts, upper(r.valid) as ends, r.state::text as state";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Rows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A row as it was stored.
     *
     * @param from first day; null: since ever
     * @param to first day on which it no longer holds; null: without end
     * @param keys what it is sorted by, where it was asked for in an order
     */
    public record Found(
            String kind,
            String id,
            String register,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            JsonNode state,
            List<String> keys) {}

    /** One entity as it was at a point. */
    public Optional<Found> one(TimePoint point, String kind, String id) {
        return where(point, kind, "r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** All of a kind that meet a condition on the row {@code r}, by id. */
    public List<Found> where(TimePoint point, String kind, String condition, Map<String, ?> values) {
        return point.bind(jdbc.sql("select %s from %s r where r.kind = :kind and %s and %s order by r.id collate \"C\""
                        .formatted(COLUMNS, table(point), point.holds("r"), condition)))
                .param("kind", kind)
                .params(values)
                .query((row, _) -> found(row, List.of()))
                .list();
    }

    /** The segments of one entity as known at a point, by first day. */
    public List<Found> segments(TimePoint point, String kind, String id) {
        return point.bind(jdbc.sql("select %s from %s r where r.kind = :kind and r.id = :id and %s order by starts"
                        .formatted(COLUMNS, table(point), point.known("r"))))
                .param("kind", kind)
                .param("id", id)
                .query((row, _) -> found(row, List.of()))
                .list();
    }

    /** The segments of one entity, whenever they were known. */
    List<Found> everKnown(TimePoint point, String kind, String id) {
        return jdbc.sql("select %s from %s r where r.kind = ? and r.id = ?".formatted(COLUMNS, table(point)))
                .params(kind, id)
                .query((row, _) -> found(row, List.of()))
                .list();
    }

    /** Runs a select of its own making that answers the columns of a row, keys included. */
    List<Found> select(StatementSpec statement) {
        return statement
                .query((row, _) ->
                        found(row, List.of((String[]) row.getArray("keys").getArray())))
                .list();
    }

    StatementSpec ordered(TimePoint point, String kind, String condition, String keys, String tail) {
        return point.bind(jdbc.sql("select %s, array[%s] as keys from %s r where r.kind = :kind and %s and %s %s"
                        .formatted(COLUMNS, keys, table(point), point.holds("r"), condition, tail)))
                .param("kind", kind);
    }

    /** The initiatives of a portfolio: directly, or through one that is; a closed one still leads to those below it. */
    public List<Found> belongingTo(TimePoint point, String portfolio) {
        String members = """
                r.id = any(array(
                    with recursive member (id) as (
                        select m.id from %1$s m
                        where m.kind = 'initiative' and m.portfolio = :portfolio and %2$s
                        union
                        select c.id from %1$s c join member p on c.parent = p.id
                        where c.kind = 'initiative' and %3$s)
                    select id from member))""".formatted(table(point), point.holds("m"), point.holds("c"));
        return where(point, "initiative", members, Map.of("portfolio", portfolio));
    }

    /** Their ids. */
    public List<String> membersOf(TimePoint point, String portfolio) {
        return belongingTo(point, portfolio).stream().map(Found::id).toList();
    }

    /** Ids of all of a kind that were ever known to concern an initiative. */
    public List<String> idsOf(TimePoint point, String kind, String initiative) {
        return jdbc.sql("select distinct id from %s where kind = ? and initiative = ? order by id"
                        .formatted(table(point)))
                .params(kind, initiative)
                .query(String.class)
                .list();
    }

    /** States of all rows that name a fact and were known by a point. */
    public List<JsonNode> naming(TimePoint point, long fact) {
        return jdbc.sql("""
                        select state::text from %s
                        where facts @> array[?::bigint] and kind <> 'correction' and lower(known) <= ?""".formatted(table(point)))
                .params(fact, point.position())
                .query((row, _) -> json.readTree(row.getString(1)))
                .list();
    }

    /**
     * What one entity was at two points.
     *
     * @param before null: it was not there
     * @param after null: it is not there
     */
    public record Pair(
            String kind,
            String id,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** The entities whose state is not the same at two points, by kind and id. */
    public List<Pair> different(TimePoint from, TimePoint to) {
        String before = from.holds("r", "from");
        String after = to.holds("r", "to");
        return from.bind("from", to.bind("to", jdbc.sql("""
                        select kind, id, b.state::text as before, a.state::text as after
                        from (select kind, id, state from %s r where r.kind <> 'correction' and %s) b
                        full join (select kind, id, state from %s r where r.kind <> 'correction' and %s) a
                             using (kind, id)
                        where a.state is distinct from b.state
                        order by kind collate "C", id collate "C"
                        """.formatted(table(from), before, table(to), after))))
                .query((row, _) ->
                        new Pair(row.getString("kind"), row.getString("id"), tree(row, "before"), tree(row, "after")))
                .list();
    }

    private @Nullable JsonNode tree(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : json.readTree(text);
    }

    /** What states are shown by: the day, and those of the facts on which they rest that no longer stand. */
    public Rendering rendering(TimePoint point, Collection<JsonNode> states) {
        Set<Long> named = new TreeSet<>();
        for (JsonNode state : states) {
            Rendering.forEachGrounded(state, grounded -> {
                for (JsonNode position : grounded.path("restsOn")) named.add(position.asLong());
            });
        }
        return new Rendering(point.asOf(), corrected(point, named));
    }

    /** The states of segments, each shown as on its first day. */
    public List<JsonNode> renderedSegments(TimePoint point, List<Found> segments) {
        Rendering rendering =
                rendering(point, segments.stream().map(Found::state).toList());
        return segments.stream()
                .map(segment -> rendering
                        .on(segment.from() == null ? point.asOf() : segment.from())
                        .render(segment.state()))
                .toList();
    }

    /** Those of some facts that no longer stand, as known at a point. */
    public Set<Long> corrected(TimePoint point, Collection<Long> facts) {
        if (facts.isEmpty()) return Set.of();
        return new HashSet<>(point.bind(
                        jdbc.sql("select r.id::bigint from %s r where r.kind = 'correction' and r.id = any(:ids) and %s"
                                .formatted(table(point), point.known("r"))))
                .param("ids", facts.stream().map(String::valueOf).toArray(String[]::new))
                .query(Long.class)
                .list());
    }

    private static String table(TimePoint point) {
        return point.rows().table();
    }

    private Found found(ResultSet row, List<String> keys) throws SQLException {
        return new Found(
                row.getString("kind"),
                row.getString("id"),
                row.getString("register"),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                json.readTree(row.getString("state")),
                keys);
    }
}
