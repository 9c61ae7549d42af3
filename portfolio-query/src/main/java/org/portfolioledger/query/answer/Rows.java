package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.database.Reads;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePoint.Prefix;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows at a point: every read is one query with the two containments, of the day and of the position. */
public final class Rows {

    static final String COLUMNS =
            "r.kind, r.id, r.register, lower(r.valid) as starts, upper(r.valid) as ends, r.state::text as state";

    /** How many of the last rows that begin by a day are searched first for the one that holds. Each fact makes two of them. */
    private static final int NEAR = 8;

    private final JdbcClient jdbc;
    private final JdbcClient prepared;
    private final JsonMapper json;

    public Rows(DataSource reader, JsonMapper json) {
        this.jdbc = Reads.planned(reader);
        this.prepared = Reads.prepared(reader);
        this.json = json;
    }

    /** For what is planned anew for the values with which it is asked. */
    JdbcClient planned() {
        return jdbc;
    }

    /** For what is planned once. */
    JdbcClient prepared() {
        return prepared;
    }

    JsonMapper json() {
        return json;
    }

    /**
     * A row as it was stored.
     *
     * @param from first day; null: no beginning
     * @param to first day on which it no longer holds; null: without end
     * @param state as JSON
     * @param keys what it is sorted by, where it was asked for in an order
     */
    public record Found(
            String kind,
            String id,
            String register,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String state,
            List<String> keys) {}

    /**
     * A row read back into the state from which it was written.
     *
     * @param from first day; null: no beginning
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

        public static final Among ALL = new Among("true", Map.of());

        /** So many are looked for one by one, however few there are in all. */
        static final int FEW = 500;

        /** Those of which a column of the row {@code r} has one of some values: of many, found by hash among all that hold. */
        public static Among of(String column, Collection<String> values) {
            return of(column, column + " = any(:among)", values);
        }

        /** Those that have one of some ids. */
        public static Among ofIds(Collection<String> ids) {
            return of("r.id", isOneOf("r", ":listed", ":among"), ids);
        }

        /**
         * Those that refer to one of some streams: of many, looked for among all that hold, since an index holds each row that
         * it finds against every stream.
         */
        public static Among referringTo(Collection<String> streams) {
            String many = "(select bool_or((s in (select unnest(:among::text[]))) is true) from unnest(r.refs) s)";
            return new Among(
                    streams.size() <= FEW ? "r.refs && :among::text[]" : many,
                    Map.of("among", streams.toArray(String[]::new)));
        }

        private static Among of(String column, String few, Collection<String> values) {
            // In a truth value it is not joined but hashed: an array would be looked up value by value.
            String many = "(%s in (select unnest(:among::text[]))) is true".formatted(column);
            return new Among(values.size() <= FEW ? few : many, Map.of("among", values.toArray(String[]::new)));
        }
    }

    private <S> Known<S> known(Kind<?, S> kind, Found row) {
        return new Known<>(
                row.id(), row.register(), row.from(), row.to(), json.readValue(row.state(), kind.state()), row.keys());
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

    /** The condition on a row's columns that it is no rating and refers to a stream, however many ratings refer to it. */
    public static String refers(String row, String stream) {
        return "query.refs_but_of_ratings(%1$s.kind, %1$s.refs) @> array[%2$s::text]".formatted(row, stream);
    }

    /** The condition on a row's columns that it is one of some entities of a kind, whose ids a statement has in an array. */
    private static String isOneOf(String row, String kind, String ids) {
        return "%1$s.kind is not distinct from %2$s and (%1$s.id = any(%3$s)) is true and query.entity(%1$s.kind, %1$s.id) = any(query.entities(%2$s, %3$s))"
                .formatted(row, kind, ids);
    }

    /**
     * A select of the row of one entity at a point, for a statement that asks for many, one by one. Mostly it is among the last
     * that begin by that day, which are found many times sooner than by ranges; otherwise it is found as any other.
     */
    public static String nearest(TimePoint point, String kind, String id) {
        return """
                select n.* from (
                    select r.* from (
                        select r.* from %1$s r where r.kind = '%2$s' and r.id = %3$s and lower(r.valid) <= :asOf::date
                        order by lower(r.valid) desc limit %4$s) r
                    where %5$s
                    union all
                    (select r.* from %1$s r where %6$s and %5$s)) n
                limit 1""".formatted(table(point), kind, id, NEAR, point.holds("r"), isOne("r", "'" + kind + "'", id));
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

    /** Some of a kind, by id. */
    public <S> List<Known<S>> where(TimePoint point, Kind<?, S> kind, Among among) {
        return where(point, kind, among.condition(), among.values());
    }

    /** Columns of some rows {@code r} of a kind that hold at a point, by id; their states stay where they are. */
    public <T> List<T> columns(TimePoint point, Kind<?, ?> kind, String columns, Among among, RowMapper<T> row) {
        return point.bind(
                        jdbc.sql("select %s from %s r where r.kind = :listed and %s and %s order by r.id collate \"C\""
                                .formatted(columns, table(point), point.holds("r"), among.condition())))
                .param("listed", kind.name())
                .params(among.values())
                .query(row)
                .list();
    }

    /** Ids of the entities of a kind with facts between a point and another position: no others differ at both. */
    public List<String> withFactsBetween(TimePoint point, Kind<?, ?> kind, long other) {
        LongSummaryStatistics own =
                point.prefixes().stream().mapToLong(Prefix::position).summaryStatistics();
        return point
                .bind(jdbc.sql("""
                        select distinct e.stream from %s e
                        where e.position > :after and e.position <= :last and starts_with(e.stream, :kind)""".formatted(point.facts())))
                .param("after", Math.min(own.getMin(), other))
                .param("last", Math.max(own.getMax(), other))
                .param("kind", kind.name() + "-")
                .query(String.class)
                .list()
                .stream()
                .map(kind::idIn)
                .toList();
    }

    /** What holds at a point of several kinds and meets a condition on the row {@code r}, each by id: looked for at once. */
    public Together together(TimePoint point, List<Kind<?, ?>> kinds, String condition, Map<String, ?> values) {
        String names = kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));
        Map<String, List<Object>> states = new HashMap<>();
        point.bind(jdbc.sql("select %s from %s r where r.kind in (%s) and %s and %s order by r.id collate \"C\""
                        .formatted(COLUMNS, table(point), names, point.holds("r"), condition)))
                .params(values)
                .query(row -> {
                    Found found = found(row, List.of());
                    states.computeIfAbsent(found.kind(), _ -> new ArrayList<>()).add(state(found));
                });
        return new Together(states);
    }

    /**
     * Values out of the states of a kind that hold at a point, each with its grounds; the states themselves stay where they
     * are.
     *
     * @param condition on the row {@code r}
     * @param members an object of grounded values in its state
     * @param wanted condition on such a value {@code part}
     */
    public <T> List<Grounded<T>> grounded(
            TimePoint point,
            Kind<?, ?> kind,
            String condition,
            String members,
            String wanted,
            Class<T> type,
            Map<String, ?> values) {
        JavaType grounded = json.getTypeFactory().constructParametricType(Grounded.class, type);
        return point.bind(jdbc.sql("""
                        select part::text as part from %s r cross join lateral jsonb_each(%s) as m (key, part)
                        where r.kind = :listed and %s and %s and %s order by r.id collate "C", m.key""".formatted(table(point), members, point.holds("r"), condition, wanted)))
                .param("listed", kind.name())
                .params(values)
                .query((row, _) -> json.<Grounded<T>>readValue(row.getString("part"), grounded))
                .list();
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
        return point.bind(jdbc.sql("select exists (select from %s r where %s)".formatted(table(point), condition)))
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

    /** States of all rows of any kind that meet a condition on the row {@code r} and were known by a point. */
    public List<Object> everBegun(TimePoint point, String condition, Map<String, ?> values) {
        List<Found> begun = point.bind(jdbc.sql("select %s from %s r where r.kind <> 'correction' and %s and %s"
                        .formatted(COLUMNS, table(point), point.begun("r"), condition)))
                .params(values)
                .query((row, _) -> found(row, List.of()))
                .list();
        return begun.stream().<Object>map(this::state).toList();
    }

    /** Entities that were known by a point to refer to one of some streams; portfolios and initiatives aside. */
    public List<EntityName> everReferringTo(TimePoint point, Collection<String> streams) {
        return point.bind(jdbc.sql("""
                        select distinct r.kind, r.id from %s r
                        where r.kind not in ('correction', 'portfolio', 'initiative') and r.refs && :streams::text[] and %s""".formatted(table(point), point.begun("r"))))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> new EntityName(row.getString("kind"), row.getString("id")))
                .list();
    }

    private Object state(Found row) {
        return json.readValue(row.state(), Kinds.named(row.kind()).state());
    }

    /** From where states are seen: the day, and what of that on which they rest or to which they refer is no longer so. */
    public Viewpoint viewpoint(TimePoint point, Collection<?> states) {
        return viewpoints(point).of(states);
    }

    /** The same for states that are read in parts: what was looked up for one is not looked up again for another. */
    public Viewpoints viewpoints(TimePoint point) {
        return new Viewpoints(this, point);
    }

    /** What is not the same at two points. */
    public ChangedEntities changed(TimePoint from, TimePoint to) {
        return new ChangedEntities(jdbc, this, from, to);
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
        return point.table();
    }

    Found found(ResultSet row, List<String> keys) throws SQLException {
        return new Found(
                row.getString("kind"),
                row.getString("id"),
                row.getString("register"),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("state"),
                keys);
    }
}
