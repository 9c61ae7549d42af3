package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Referring;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.state.Structure;
import org.portfolioledger.state.Viewpoint;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows at a point: every read is one query with the two containments, of the day and of the position. */
public final class Rows {

    static final String COLUMNS =
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

    /**
     * A row read back into the state from which it was written.
     *
     * @param from first day; null: since ever
     * @param to first day on which it no longer holds; null: without end
     * @param keys what it is sorted by, where it was asked for in an order
     */
    public record Known<S>(
            String id,
            String register,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            S state,
            List<String> keys) {}

    /**
     * Which of a kind are meant.
     *
     * @param condition on the row {@code r}
     * @param values of its parameters
     */
    public record Among(String condition, Map<String, ?> values) {

        static final Among ALL = new Among("true", Map.of());
    }

    private <S> Known<S> known(Kind<?, S> kind, Found row) {
        return new Known<>(
                row.id(),
                row.register(),
                row.from(),
                row.to(),
                json.treeToValue(row.state(), kind.state()),
                row.keys());
    }

    /** A row of whatever kind. */
    Known<?> known(ResultSet row) throws SQLException {
        Found found = found(row, List.of());
        return known(Kinds.named(found.kind()), found);
    }

    <S> List<Known<S>> known(Kind<?, S> kind, List<Found> rows) {
        return rows.stream().map(row -> known(kind, row)).toList();
    }

    /** One entity as it was at a point. */
    public <S> Optional<Known<S>> one(TimePoint point, Kind<?, S> kind, String id) {
        return where(point, kind, "r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** All of a kind that meet a condition on the row {@code r}, by id. */
    public <S> List<Known<S>> where(TimePoint point, Kind<?, S> kind, String condition, Map<String, ?> values) {
        return known(kind, where(point, kind.name(), condition, values));
    }

    /** The same, as they were stored. */
    public List<Found> where(TimePoint point, String kind, String condition, Map<String, ?> values) {
        return matching(point, kind, point.holds("r") + " and " + condition, values);
    }

    /** The same, whether or not they are known and in effect then. */
    List<Found> matching(TimePoint point, String kind, String condition, Map<String, ?> values) {
        return point.bind(jdbc.sql("select %s from %s r where r.kind = :kind and %s order by r.id collate \"C\""
                        .formatted(COLUMNS, table(point), condition)))
                .param("kind", kind)
                .params(values)
                .query((row, _) -> found(row, List.of()))
                .list();
    }

    /** The segments of one entity as known at a point, by first day. */
    public <S> List<Known<S>> segments(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = point.bind(
                        jdbc.sql("select %s from %s r where r.kind = :kind and r.id = :id and %s order by starts"
                                .formatted(COLUMNS, table(point), point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, segments);
    }

    /**
     * What one fact made of its entity.
     *
     * @param ended the segments that were known until then, by first day
     * @param begun those that are known since
     */
    public record Made(List<Known<?>> ended, List<Known<?>> begun) {}

    /** By position what some facts made of their entities; whether or not more was known later. */
    public Map<Long, Made> made(TimePoint point, List<StoredEvent> facts) {
        Map<Long, Made> made = new HashMap<>();
        facts.forEach(fact -> made.put(fact.position(), new Made(new ArrayList<>(), new ArrayList<>())));
        String of = """
                select f.position, %1$s as begun, %2$s from unnest(:positions::bigint[], :kinds::text[], :ids::text[]) as f (position, kind, id)
                join %3$s r on r.kind = f.kind and r.id = f.id and %4$s""";
        List<EntityName> entities =
                facts.stream().map(fact -> EntityName.ofStream(fact.stream())).toList();
        jdbc.sql(of.formatted(true, COLUMNS, table(point), "lower(r.known) = f.position")
                        + " union all "
                        + of.formatted(
                                false, COLUMNS, table(point), "upper(r.known) = f.position and not upper_inf(r.known)")
                        + " order by starts")
                .param("positions", facts.stream().map(StoredEvent::position).toArray(Long[]::new))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .query(row -> {
                    Made one = Objects.requireNonNull(made.get(row.getLong("position")));
                    (row.getBoolean("begun") ? one.begun() : one.ended()).add(known(row));
                });
        return made;
    }

    /** The segments of one entity, whenever they were known. */
    <S> List<Known<S>> everKnown(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = jdbc.sql(
                        "select %s from %s r where r.kind = ? and r.id = ?".formatted(COLUMNS, table(point)))
                .params(kind.name(), id)
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, segments);
    }

    /** The place of each of some texts in the order in which texts are sorted. */
    Map<String, Integer> ranks(TimePoint point, Collection<String> texts) {
        Map<String, Integer> ranks = new HashMap<>();
        point.bind(jdbc.sql("select t, dense_rank() over (order by t" + SortKey.ENGLISH
                        + ") as place from unnest(:texts::text[]) t"))
                .param("texts", texts.toArray(String[]::new))
                .query(row -> {
                    ranks.put(row.getString("t"), row.getInt("place"));
                });
        return ranks;
    }

    /** Whether any row ever met a condition on the row {@code r}. */
    boolean everStated(TimePoint point, String condition, Map<String, ?> values) {
        return jdbc.sql("select exists (select from %s r where %s)".formatted(table(point), condition))
                .params(values)
                .query(Boolean.class)
                .single();
    }

    /** Runs a select of its own making that answers the columns of a row, keys included. */
    <S> List<Known<S>> select(Kind<?, S> kind, StatementSpec statement) {
        List<Found> selected = statement
                .query((row, _) ->
                        found(row, List.of((String[]) row.getArray("keys").getArray())))
                .list();
        return known(kind, selected);
    }

    StatementSpec ordered(TimePoint point, String kind, String condition, String keys, String tail) {
        // States become text only after the limit, whose order nothing outside may change.
        return point.bind(jdbc.sql(
                        "select %s, r.keys from (select r.*, array[%s] as keys from %s r where r.kind = :kind and %s and %s %s) r"
                                .formatted(COLUMNS, keys, table(point), point.holds("r"), condition, tail)))
                .param("kind", kind);
    }

    /** Ids of all of a kind that were ever known to concern an initiative, up to a point. */
    public List<String> idsOf(TimePoint point, String kind, String initiative) {
        return point.bind(jdbc.sql(
                        "select distinct r.id from %s r where r.kind = :kind and r.initiative = :initiative and %s order by r.id"
                                .formatted(table(point), point.begun("r"))))
                .param("kind", kind)
                .param("initiative", initiative)
                .query(String.class)
                .list();
    }

    /** Whether an initiative was ever rated by a scheme, as known at a point. */
    public boolean isRatedBy(TimePoint point, String initiative, String scheme) {
        return point.bind(jdbc.sql(
                        "select exists (select from %s r where r.kind = 'rag' and r.initiative = :initiative and %s and jsonb_path_exists(r.state, '$.ratings.*.value.scheme ? (@ == $scheme)', jsonb_build_object('scheme', :scheme::text)))"
                                .formatted(table(point), point.known("r"))))
                .param("initiative", initiative)
                .param("scheme", scheme)
                .query(Boolean.class)
                .single();
    }

    /** States of all rows of any kind that meet a condition on the row {@code r} and were known by a point. */
    public List<Object> everBegun(TimePoint point, String condition, Map<String, ?> values) {
        List<Found> begun = point.bind(jdbc.sql("select %s from %s r where r.kind <> 'correction' and %s and %s"
                        .formatted(COLUMNS, table(point), point.begun("r"), condition)))
                .params(values)
                .query((row, _) -> found(row, List.of()))
                .list();
        return begun.stream().<Object>map(this::state).toList();
    }

    private Object state(Found row) {
        return json.treeToValue(row.state(), Kinds.named(row.kind()).state());
    }

    /** What is not the same at two points. */
    public ChangedEntities changed(TimePoint from, TimePoint to) {
        return new ChangedEntities(jdbc, this, from, to);
    }

    /** From where states are seen: the day, and what of that on which they rest or to which they refer is no longer so. */
    public Viewpoint viewpoint(TimePoint point, Collection<?> states) {
        Set<Long> restsOn = new TreeSet<>();
        List<Grounded<?>> resting = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        Structure.forEach(states, part -> {
            if (part instanceof Grounded<?> grounded && grounded.restsOn() != null) {
                resting.add(grounded);
                restsOn.addAll(grounded.restsOn());
            }
            if (part instanceof Referring referring) references.addAll(referring.references());
        });
        Set<String> streams = references.stream().map(Reference::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<Long> corrected = corrected(point, restsOn);
        restsOn.removeAll(corrected);
        return new Viewpoint(
                point.asOf(),
                corrected,
                referringTo(retracted(point, streams), references),
                afterClosure(references, closures(point, streams)),
                superseded(point, resting, restsOn));
    }

    private static Set<Long> referringTo(Set<String> retracted, List<Reference> references) {
        return references.stream()
                .filter(to -> retracted.contains(to.stream()))
                .map(Reference::fact)
                .collect(Collectors.toSet());
    }

    private static Set<Long> afterClosure(List<Reference> references, Map<String, LocalDate> closures) {
        Set<Long> after = new HashSet<>();
        for (Reference reference : references) {
            LocalDate closed = closures.get(reference.stream());
            if (closed != null
                    && reference.openOn() != null
                    && !reference.openOn().isBefore(closed)) after.add(reference.fact());
        }
        return after;
    }

    /** By stream of those of some entities that are closed, as known at a point: from which day on. */
    private Map<String, LocalDate> closures(TimePoint point, Collection<String> streams) {
        Map<String, LocalDate> closures = new HashMap<>();
        if (streams.isEmpty()) return closures;
        Named named = Named.of(streams);
        point.bind(jdbc.sql(
                        "select s.stream, min(r.state #>> '{closure,since}') as closed from %s join %s r on r.kind = s.kind and r.id = s.id where r.state #>> '{closure,since}' is not null and %s group by s.stream"
                                .formatted(Named.TABLE, table(point), point.known("r"))))
                .params(named.values())
                .query((RowCallbackHandler)
                        row -> closures.put(row.getString("stream"), LocalDate.parse(row.getString("closed"))));
        return closures;
    }

    /**
     * By decision those of the facts on which it rests of which more held on its day when it was recorded than as known at
     * a point: not corrected, but superseded by a fact that was recorded later for that day or an earlier one. A fact that
     * states several values, as that of a board's limit and remit, is superseded where one of them is.
     *
     * @param restsOn those on which anything rests, without the corrected ones
     */
    private Map<Long, Set<Long>> superseded(TimePoint point, List<Grounded<?>> resting, Set<Long> restsOn) {
        Map<Long, Ground> grounds = grounds(point, restsOn);
        List<Long> decisions = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<EntityName> entities = new ArrayList<>();
        for (Grounded<?> grounded : resting) {
            if (grounded.restsOn() == null) continue;
            for (long position : grounded.restsOn()) {
                Ground ground = grounds.get(position);
                // Of most entities nothing was recorded since, so that all holds of them that held then. They are of
                // the
                // register of the decision, so no point has one without the other.
                if (ground == null || ground.last() < grounded.fact()) continue;
                decisions.add(grounded.fact());
                days.add(grounded.since().toString());
                positions.add(position);
                entities.add(ground.entity());
            }
        }
        Map<Long, Set<Long>> superseded = new HashMap<>();
        if (decisions.isEmpty()) return superseded;
        // Found by their entity: a fact on which all rest, as a rating scheme, is named by nearly every row.
        String values = """
                coalesce((select count(*) from %s r,
                    jsonb_path_query(r.state, '$.**.fact ? (@ == $wanted)', jsonb_build_object('wanted', d.position))
                  where r.kind = d.kind and r.id = d.id and d.position = any(r.facts) and r.valid @> d.day and %s), 0)""";
        point.bind(jdbc.sql("""
                        select distinct d.decision, d.position
                        from unnest(:decisions::int8[], :days::date[], :positions::int8[], :kinds::text[], :ids::text[])
                            as d (decision, day, position, kind, id)
                        where %s > %s""".formatted(
                                values.formatted(table(point), "r.known @> d.decision - 1"),
                                values.formatted(table(point), point.known("r")))))
                .param("decisions", decisions.toArray(Long[]::new))
                .param("days", days.toArray(String[]::new))
                .param("positions", positions.toArray(Long[]::new))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .query((RowCallbackHandler) row -> superseded
                        .computeIfAbsent(row.getLong("decision"), _ -> new TreeSet<>())
                        .add(row.getLong("position")));
        return superseded;
    }

    /**
     * A fact on which something rests.
     *
     * @param entity of its stream
     * @param last position of the last fact of that stream, whether or not it counts
     */
    private record Ground(EntityName entity, long last) {}

    /** Those of some facts that count at a point, by position. */
    private Map<Long, Ground> grounds(TimePoint point, Set<Long> positions) {
        Map<Long, Ground> grounds = new HashMap<>();
        if (positions.isEmpty()) return grounds;
        point.bind(jdbc.sql("""
                        select e.position, e.stream, (select l.position from ledger.event l
                            where l.stream = e.stream order by l.sequence desc limit 1) as last
                        from ledger.event e where e.position = any(:positions) and %s""".formatted(point.counts("e"))))
                .param("positions", positions.toArray(Long[]::new))
                .query((RowCallbackHandler) row -> grounds.put(
                        row.getLong("position"),
                        new Ground(EntityName.ofStream(row.getString("stream")), row.getLong("last"))));
        return grounds;
    }

    /** Entities for a statement that joins them. */
    private record Named(List<String> streams, List<Kind<?, ?>> kinds) {

        static final String TABLE = "unnest(:streams::text[], :kinds::text[], :ids::text[]) as s (stream, kind, id)";

        static Named of(Collection<String> streams) {
            List<Kind<?, ?>> kinds = new ArrayList<>();
            for (String stream : streams) kinds.add(Kinds.ofStream(stream).orElseThrow());
            return new Named(List.copyOf(streams), kinds);
        }

        Map<String, ?> values() {
            return Map.of(
                    "streams", streams.toArray(String[]::new),
                    "kinds", kinds.stream().map(Kind::name).toArray(String[]::new),
                    "ids",
                            IntStream.range(0, streams.size())
                                    .mapToObj(n -> kinds.get(n).idIn(streams.get(n)))
                                    .toArray(String[]::new));
        }
    }

    /** Those of some entities that were there once and are not any more, as known at a point, on whatever day. */
    private Set<String> retracted(TimePoint point, Collection<String> streams) {
        if (streams.isEmpty()) return Set.of();
        String row = "select from %s r where r.kind = s.kind and r.id = s.id and ".formatted(table(point));
        // Asked of each alone: joined, all that was ever known would be gone through.
        return new HashSet<>(point.bind(jdbc.sql("select s.stream from " + Named.TABLE
                        + " where (select exists (" + row + point.begun("r") + "))"
                        + " and (select not exists (" + row + point.known("r") + "))"))
                .params(Named.of(streams).values())
                .query(String.class)
                .list());
    }

    /** The segments of one entity that were known by a point, whether or not they still were. */
    public <S> List<Known<S>> begun(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = point.bind(jdbc.sql(
                        "select %s from %s r where r.kind = :kind and r.id = :id and %s order by lower(r.known)"
                                .formatted(COLUMNS, table(point), point.begun("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, segments);
    }

    /** What corrected some facts, as known at a point. */
    public List<Correction> corrections(TimePoint point, Collection<Long> facts) {
        if (facts.isEmpty()) return List.of();
        return point.bind(jdbc.sql(
                        "select r.state::text as state from %s r where r.kind = 'correction' and r.id = any(:ids) and %s"
                                .formatted(table(point), point.known("r"))))
                .param("ids", facts.stream().map(String::valueOf).toArray(String[]::new))
                .query((row, _) -> json.readValue(row.getString("state"), Correction.class))
                .list();
    }

    /** Those of some facts that no longer stand, as known at a point. */
    public Set<Long> corrected(TimePoint point, Collection<Long> facts) {
        return corrections(point, facts).stream().map(Correction::fact).collect(Collectors.toSet());
    }

    static String table(TimePoint point) {
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
