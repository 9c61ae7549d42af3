package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.database.Reads;
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
    private final JdbcClient prepared;
    private final JsonMapper json;

    public Rows(DataSource reader, JsonMapper json) {
        this.jdbc = Reads.planned(reader);
        this.prepared = Reads.prepared(reader);
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
            List<String> keys) {

        public Days days() {
            return new Days(from, to);
        }
    }

    /**
     * Which of a kind are meant.
     *
     * @param condition on the row {@code r}
     * @param values of its parameters
     */
    public record Among(String condition, Map<String, ?> values) {

        static final Among ALL = new Among("true", Map.of());

        /** So many are looked for one by one. */
        static final int FEW = 500;

        /** Those of which a column of the row {@code r} has one of some values: of many, found by hash among all that hold. */
        public static Among of(String column, Collection<String> values) {
            return of(column, column + " = any(:among)", values);
        }

        /** Those that have one of some ids. */
        public static Among ofIds(Collection<String> ids) {
            return of("r.id", isOneOf("r", ":listed", ":among"), ids);
        }

        private static Among of(String column, String few, Collection<String> values) {
            // In a truth value it is not joined but hashed: an array would be looked up value by value.
            String many = "(%s in (select unnest(:among::text[]))) is true".formatted(column);
            return new Among(values.size() <= FEW ? few : many, Map.of("among", values.toArray(String[]::new)));
        }
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
        List<Found> found = point.bind(prepared.sql("select %s from %s r where %s and %s"
                        .formatted(COLUMNS, table(point), isOne("r", ":kind", ":id"), point.holds("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, found).stream().findFirst();
    }

    /** The condition on a row's columns by which one entity is found at a point, however many facts it has. */
    public static String isOne(String row, String kind, String id) {
        // Not as keys of other indexes: a plan for any values would go through all rows of its name, or of its kind.
        return "%1$s.kind is not distinct from %2$s and %1$s.id is not distinct from %3$s and query.entity(%1$s.kind, %1$s.id) = query.entity(%2$s, %3$s)"
                .formatted(row, kind, id);
    }

    /** The same of some entities of a kind, whose ids a statement has in an array. */
    private static String isOneOf(String row, String kind, String ids) {
        return "%1$s.kind is not distinct from %2$s and (%1$s.id = any(%3$s)) is true and query.entity(%1$s.kind, %1$s.id) = any(query.entities(%2$s, %3$s))"
                .formatted(row, kind, ids);
    }

    /** All of a kind that meet a condition on the row {@code r}, by id. */
    public <S> List<Known<S>> where(TimePoint point, Kind<?, S> kind, String condition, Map<String, ?> values) {
        return known(kind, where(point, kind.name(), condition, values));
    }

    /** The same, as they were stored. */
    public List<Found> where(TimePoint point, String kind, String condition, Map<String, ?> values) {
        return matching(point, kind, point.holds("r") + " and " + condition, values);
    }

    /**
     * Rows {@code r} of a kind that meet a condition.
     *
     * @param areFew whether few ever meet it, whatever holds at a point
     */
    public record Part(Kind<?, ?> kind, String condition, boolean areFew) {}

    /** States of several kinds, each by id. */
    public record Together(Map<String, List<Object>> byKind) {

        public <S> List<S> of(Kind<?, S> kind) {
            return byKind.getOrDefault(kind.name(), List.of()).stream()
                    .map(kind.state()::cast)
                    .toList();
        }
    }

    /** What holds at a point of several kinds, each found by a key: it is read at once, and planned once. */
    public Together together(TimePoint point, List<Part> parts, Map<String, ?> values) {
        // In a truth value no index serves: a plan takes what holds at a point for little.
        String sql = parts.stream()
                .map(part -> "select r.* from %s r where r.kind is not distinct from '%s' and %s and (%s)%s"
                        .formatted(
                                table(point),
                                part.kind().name(),
                                part.condition(),
                                point.holds("r"),
                                part.areFew() ? " is true" : ""))
                .collect(Collectors.joining(" union all "));
        Map<String, List<Object>> states = new HashMap<>();
        point.bind(prepared.sql("select %s from (%s) r order by r.id collate \"C\"".formatted(COLUMNS, sql)))
                .params(values)
                .query(row -> {
                    Found found = found(row, List.of());
                    states.computeIfAbsent(found.kind(), _ -> new ArrayList<>()).add(state(found));
                });
        return new Together(states);
    }

    /** The same, whether or not they are known and in effect then. */
    List<Found> matching(TimePoint point, String kind, String condition, Map<String, ?> values) {
        return point.bind(jdbc.sql("select %s from %s r where r.kind = :listed and %s order by r.id collate \"C\""
                        .formatted(COLUMNS, table(point), condition)))
                .param("listed", kind)
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

    /** The segments of some entities as known at a point, each by its id, by first day. */
    public <S> Map<String, List<Known<S>>> segments(TimePoint point, Kind<?, S> kind, Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Among among = Among.ofIds(ids);
        return known(
                        kind,
                        matching(
                                point,
                                kind.name(),
                                "%s and %s".formatted(point.known("r"), among.condition()),
                                among.values()))
                .stream()
                .sorted(Comparator.comparing(Known::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .collect(Collectors.groupingBy(Known::id));
    }

    /** The first segments of one entity that begin on a day or after it, by first day; with no day, from the first on. */
    public <S> List<Known<S>> segmentsFrom(
            TimePoint point, Kind<?, S> kind, String id, @Nullable LocalDate day, int most) {
        List<Found> segments = point.bind(jdbc.sql(
                        "select %s from %s r where r.kind = :kind and r.id = :id and lower(r.valid) >= :day::date and %s order by lower(r.valid) limit :most"
                                .formatted(COLUMNS, table(point), point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .param("day", day == null ? "-infinity" : day.toString())
                .param("most", most)
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, segments);
    }

    /** The segments of one entity that hold on any day of a range, by first day. */
    public <S> List<Known<S>> segmentsWithin(TimePoint point, Kind<?, S> kind, String id, Days days) {
        List<Found> segments = point.bind(jdbc.sql(
                        "select %s from %s r where %s and r.valid && daterange(:from::date, :to::date) and %s order by starts"
                                .formatted(COLUMNS, table(point), isOne("r", ":kind", ":id"), point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .params(days.values())
                .query((row, _) -> found(row, List.of()))
                .list();
        return known(kind, segments);
    }

    /**
     * A range of days.
     *
     * @param from first day; null: since ever
     * @param to first day after it; null: without end
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }

        private Map<String, @Nullable String> values() {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("from", from == null ? null : from.toString());
            values.put("to", to == null ? null : to.toString());
            return values;
        }
    }

    /**
     * Where an initiative lay through a range of days.
     *
     * @param parent above it; null: none
     * @param portfolio in which it lay by itself; null: in none
     */
    public record Place(
            Days days, @Nullable String parent, @Nullable String portfolio) {}

    /**
     * Where an initiative lay on the days of a range, by first day; of one that is not any more where it last was, the
     * latest first.
     */
    public List<Place> places(TimePoint point, String initiative, Days days) {
        String of = "select lower(r.valid) as starts, upper(r.valid) as ends, r.parent, r.portfolio from "
                + table(point) + " r where " + isOne("r", "'initiative'", ":id")
                + " and r.valid && daterange(:from::date, :to::date) and %s order by %s";
        String known = of.formatted(point.known("r"), "starts");
        List<Place> places = places(point, known, initiative, days);
        if (!places.isEmpty() || isKnown(point, initiative)) return places;
        return places(point, of.formatted(point.begun("r"), "lower(r.known) desc"), initiative, days);
    }

    /** An initiative on a day. */
    public record OnDay(String initiative, LocalDate day) {}

    /** Ids of the initiatives above some of them, each on its day, up to the highest. */
    public Map<OnDay, Set<String>> above(TimePoint point, Collection<OnDay> of) {
        if (of.isEmpty()) return Map.of();
        String parent = "select i.parent from " + table(point) + " i where " + isOne("i", "'initiative'", "%1$s.%2$s")
                + " and i.valid @> %1$s.day and " + point.known("i") + " and i.parent is not null";
        Map<OnDay, Set<String>> above = new HashMap<>();
        point.bind(prepared.sql("""
                        with recursive above (start, day, id) as (
                            select n.start, n.day, p.parent
                            from unnest(:starts::text[], :days::date[]) as n (start, day) cross join lateral (%s) p
                            union
                            select a.start, a.day, p.parent from above a cross join lateral (%s) p)
                        select start, day, id from above""".formatted(parent.formatted("n", "start"), parent.formatted("a", "id"))))
                .param("starts", of.stream().map(OnDay::initiative).toArray(String[]::new))
                .param("days", of.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> above.computeIfAbsent(
                                new OnDay(row.getString("start"), row.getObject("day", LocalDate.class)),
                                _ -> new HashSet<>())
                        .add(row.getString("id")));
        return above;
    }

    private boolean isKnown(TimePoint point, String initiative) {
        return point.bind(prepared.sql(
                        "select exists (select from %s r where r.kind = 'initiative' and r.id = :id and %s)"
                                .formatted(table(point), point.known("r"))))
                .param("id", initiative)
                .query(Boolean.class)
                .single();
    }

    private List<Place> places(TimePoint point, String select, String initiative, Days days) {
        return point.bind(jdbc.sql(select))
                .param("id", initiative)
                .params(days.values())
                .query((row, _) -> new Place(
                        new Days(row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)),
                        row.getString("parent"),
                        row.getString("portfolio")))
                .list();
    }

    /**
     * Which segments of an initiative come next: by first day, kind and id.
     *
     * @param day first day of the last that was read
     */
    public record Next(LocalDate day, String kind, String id) {
        public static final Next FIRST = new Next(LocalDate.of(1, 1, 1), "", "");

        /** The first day on which a segment of an entity may come next. */
        public LocalDate dayOf(Kind<?, ?> of, String entity) {
            int order =
                    of.name().equals(kind) ? entity.compareTo(id) : of.name().compareTo(kind);
            return order > 0 ? day : day.plusDays(1);
        }
    }

    /** A segment of an entity of some kind. */
    public record OfKind(String kind, Known<?> segment) {}

    /**
     * An entity that is read while it belongs to another.
     *
     * @param through it belongs while it refers to one of these streams; empty: always
     */
    public record Belonging(EntityName entity, Set<String> through) {}

    /** The next segments of some entities, by first day, kind and id. */
    public List<OfKind> segmentsOf(TimePoint point, Collection<Belonging> entities, Next after, int most) {
        String order = "lower(r.valid), r.kind collate \"C\", r.id collate \"C\"";
        return point.bind(jdbc.sql("""
                        select %1$s from unnest(:kinds::text[], :ids::text[], :throughs::text[]) as s (kind, id, through) cross join lateral (
                            select r.* from %2$s r
                            where r.kind = s.kind and r.id = s.id and (s.through = '[]' or r.refs && array(select jsonb_array_elements_text(s.through::jsonb)))
                              and lower(r.valid) >= :day::date and %3$s and (%4$s) > (:day::date, :kind, :after)
                            order by lower(r.valid) limit :most) r
                        order by %4$s limit :most""".formatted(COLUMNS, table(point), point.known("r"), order)))
                .param(
                        "kinds",
                        entities.stream().map(each -> each.entity().kind()).toArray(String[]::new))
                .param("ids", entities.stream().map(each -> each.entity().id()).toArray(String[]::new))
                .param(
                        "throughs",
                        entities.stream()
                                .map(each -> json.writeValueAsString(each.through()))
                                .toArray(String[]::new))
                .param("day", after.day().toString())
                .param("kind", after.kind())
                .param("after", after.id())
                .param("most", most)
                .query((row, _) -> new OfKind(row.getString("kind"), known(row)))
                .list();
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
                        "select %s, r.keys from (select r.*, array[%s] as keys from %s r where r.kind = :listed and %s and %s %s) r"
                                .formatted(COLUMNS, keys, table(point), point.holds("r"), condition, tail)))
                .param("listed", kind);
    }

    /** The entities of some kinds that were ever known to refer to one of some streams, up to a point. */
    public List<EntityName> referring(TimePoint point, Collection<Kind<?, ?>> kinds, Collection<String> streams) {
        if (streams.isEmpty()) return List.of();
        return point.bind(jdbc.sql(
                        "select distinct r.kind, r.id from %s r where r.kind = any(:kinds) and r.refs && :streams::text[] and %s"
                                .formatted(table(point), point.begun("r"))))
                .param("kinds", names(kinds))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> new EntityName(row.getString("kind"), row.getString("id")))
                .list();
    }

    /** The entities of some kinds to which one of some entities was ever known to refer, up to a point. */
    public List<EntityName> referredTo(TimePoint point, Collection<EntityName> entities, Collection<Kind<?, ?>> kinds) {
        return point.bind(jdbc.sql("""
                        select distinct t.stream from unnest(:kinds::text[], :ids::text[]) as s (kind, id)
                        join %s r on r.kind = s.kind and r.id = s.id and %s
                        cross join unnest(r.refs) as t (stream)
                        where exists (select from unnest(:wanted::text[]) w where starts_with(t.stream, w || '-'))""".formatted(table(point), point.begun("r"))))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .param("wanted", names(kinds))
                .query((row, _) -> EntityName.ofStream(row.getString("stream")))
                .list();
    }

    private static String[] names(Collection<Kind<?, ?>> kinds) {
        return kinds.stream().map(Kind::name).toArray(String[]::new);
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
        Since since = since(point, restsOn, streams);
        since.grounds().keySet().removeAll(since.corrected());
        return new Viewpoint(
                point.asOf(),
                since.corrected(),
                referringTo(since.retracted(), references),
                afterClosure(references, since.closures()),
                superseded(point, resting, since.grounds()));
    }

    /**
     * What became of that on which states rest and to which they refer, as known at a point.
     *
     * @param corrected the facts that no longer stand
     * @param grounds by position the facts that count
     * @param retracted streams of the entities that were there once and are not any more, on whatever day
     * @param closures by stream from which day on an entity is closed
     */
    private record Since(
            Set<Long> corrected, Map<Long, Ground> grounds, Set<String> retracted, Map<String, LocalDate> closures) {}

    /**
     * Each is asked of alone: joined, all that was ever known would be gone through. Nearly all entities are known, and
     * still are.
     */
    private Since since(TimePoint point, Set<Long> restsOn, Set<String> streams) {
        Since since = new Since(new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        if (restsOn.isEmpty() && streams.isEmpty()) return since;
        String of = "select from %s r where %s and ".formatted(table(point), isOne("r", "s.kind", "s.id"));
        point.bind(prepared.sql("""
                        select g.position, g.stream, g.last,
                            (select exists (select from %1$s r where %7$s and %2$s)) as corrected,
                            null as closed
                        from (select e.position, e.stream, (select l.position from ledger.event l
                                where l.stream = e.stream order by l.sequence desc limit 1) as last
                            from ledger.event e where e.position = any(:restsOn) and %3$s) g
                        union all
                        select null, s.stream, null,
                            case when (select exists (%5$s and upper_inf(r.known))) then false
                                when (select exists (%5$s)) then false
                                else (select exists (%4$s)) end,
                            (select min(r.state #>> '{closure,since}') from %1$s r where r.kind = s.kind and r.id = s.id
                                and r.closed and %2$s)
                        from %6$s""".formatted(
                                table(point),
                                point.known("r"),
                                point.counts("e"),
                                of + point.begun("r"),
                                of + point.known("r"),
                                Named.TABLE,
                                isOne("r", "'correction'", "g.position::text"))))
                .param("restsOn", restsOn.toArray(Long[]::new))
                .params(Named.of(streams).values())
                .query(row -> {
                    String stream = row.getString("stream");
                    Long position = row.getObject("position", Long.class);
                    String closed = row.getString("closed");
                    boolean gone = row.getBoolean("corrected");
                    if (position != null) {
                        since.grounds().put(position, new Ground(EntityName.ofStream(stream), row.getLong("last")));
                        if (gone) since.corrected().add(position);
                    } else {
                        if (gone) since.retracted().add(stream);
                        if (closed != null) since.closures().put(stream, LocalDate.parse(closed));
                    }
                });
        return since;
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

    /**
     * By decision those of the facts on which it rests of which more held on its day when it was recorded than as known at
     * a point: not corrected, but superseded by a fact that was recorded later for that day or an earlier one. A fact that
     * states several values, as that of a board's limit and remit, is superseded where one of them is.
     *
     * @param grounds those on which anything rests, without the corrected ones
     */
    private Map<Long, Set<Long>> superseded(TimePoint point, List<Grounded<?>> resting, Map<Long, Ground> grounds) {
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
        // Mostly the row is the same at both points, and is not looked into.
        String held = """
                left join lateral (
                    select r.ctid as place, r.state from %s r
                    where %s and d.position = any(r.facts) and r.valid @> d.day and %s
                    offset 0) %s on true""";
        String isOne = isOne("r", "d.kind", "d.id");
        String values = """
                (select count(*) from
                    jsonb_path_query(%s.state, '$.**.fact ? (@ == $wanted)', jsonb_build_object('wanted', d.position)))""";
        point.bind(jdbc.sql("""
                        select distinct d.decision, d.position
                        from unnest(:decisions::int8[], :days::date[], :positions::int8[], :kinds::text[], :ids::text[])
                            as d (decision, day, position, kind, id)
                        %s %s
                        where case when before.place is not distinct from after.place then false else %s > %s end""".formatted(
                                held.formatted(table(point), isOne, "r.known @> d.decision - 1", "before"),
                                held.formatted(table(point), isOne, point.known("r"), "after"),
                                values.formatted("before"),
                                values.formatted("after"))))
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
