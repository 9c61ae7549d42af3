package org.portfolioledger.query.answer;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Difference.Held;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Finds the entities that are not the same at two points, or of which facts were recorded between them, by kind and id: one
 * page at the cost of that page. Where little lies between the points it looks at what does, else at one entity after the
 * other until the page is full.
 */
public final class ChangedEntities {

    /** So many facts are looked through for their entities. */
    private static final long FEW_FACTS = 5_000;

    /** In so many days little comes into effect. */
    private static final long FEW_DAYS = 40;

    private static final String SEGMENT =
            "select '%s' as side, r.* from %s r where " + Rows.isOne("r", "s.kind", "s.id") + " and %s";

    private static final String ENTITY = Rows.isOne("r", ":kind", "substr(s.stream, length(:kind) + 2)");

    private final JdbcClient jdbc;
    private final Rows rows;
    private final String table;
    private final TimePoint from;
    private final TimePoint to;
    private final List<Stretch> stretches;

    /**
     * What lies between the points of a register.
     *
     * @param from last position that counts at the first
     * @param to last position that counts at the second; before the first where that knows more of this register
     * @param hasFacts whether there is any fact between them
     */
    private record Stretch(long from, long to, boolean hasFacts) {
        long least() {
            return Math.min(from, to);
        }

        long most() {
            return Math.max(from, to);
        }

        boolean isBackward() {
            return to < from;
        }
    }

    ChangedEntities(JdbcClient jdbc, Rows rows, TimePoint from, TimePoint to) {
        this.jdbc = jdbc;
        this.rows = rows;
        // Rows that took the place of others meanwhile hold what was known at the first point too.
        this.table = Rows.table(to);
        this.from = from;
        this.to = to;
        this.stretches = stretches();
    }

    /** Whether less counts at the second point: of several registers, positions alone cannot show it. */
    public boolean isReversed() {
        return !stretches.isEmpty() && stretches.stream().allMatch(Stretch::isBackward);
    }

    private List<Stretch> stretches() {
        return statement("""
                        select s.*, case when s.last_position <= s.least then false
                            when s.last_position <= s.most then true
                            else exists (select from %s e
                                where e.register = s.name and e.position > s.least and e.position <= s.most) end as has_facts
                        from (select r.*, least(r.before, r.after) as least, greatest(r.before, r.after) as most
                              from (select r.name, r.last_position, %s as before, %s as after from ledger.register r) r) s
                        where s.least < s.most""".formatted(to.facts(), from.positionIn("r.name", "from"), to.positionIn("r.name", "to")))
                .query((row, _) ->
                        new Stretch(row.getLong("before"), row.getLong("after"), row.getBoolean("has_facts")))
                .list()
                .stream()
                .filter(Stretch::hasFacts)
                .toList();
    }

    /**
     * The next of them.
     *
     * @param kind the only kind of which they may be; null: they may be of any
     * @param after after which they begin; null: with the first
     */
    public List<EntityName> after(@Nullable String kind, @Nullable EntityName after, int most) {
        return after(kind, after, most, isLittle());
    }

    /** @param isLittle whether to look at what lies between the points, and not at one entity after the other */
    List<EntityName> after(@Nullable String kind, @Nullable EntityName after, int most, boolean isLittle) {
        List<String> names = kinds().filter(name -> kind == null || kind.equals(name))
                .filter(name -> after == null || name.compareTo(after.kind()) >= 0)
                .distinct()
                .sorted()
                .toList();
        Map<String, List<String>> candidates = isLittle ? candidates() : null;
        List<EntityName> found = new ArrayList<>();
        for (String name : names) {
            String begin = after != null && after.kind().equals(name) ? after.id() : "";
            int left = most - found.size();
            if (left == 0) break;
            List<String> ids = candidates == null
                    ? walk(name, begin, left)
                    : among(name, begin, candidates.getOrDefault(name, List.of()), left);
            ids.forEach(id -> found.add(new EntityName(name, id)));
        }
        return found;
    }

    /** Those of some entities that changed, by kind and id. */
    public List<EntityName> among(Collection<EntityName> some) {
        Map<String, List<String>> asked = new TreeMap<>();
        some.forEach(entity -> add(asked, entity));
        Map<String, List<String>> candidates = isLittle() ? candidates() : null;
        List<EntityName> changed = new ArrayList<>();
        asked.forEach((kind, ids) -> {
            if (candidates != null) ids.retainAll(new HashSet<>(candidates.getOrDefault(kind, List.of())));
            among(kind, "", ids, ids.size()).forEach(id -> changed.add(new EntityName(kind, id)));
        });
        return changed;
    }

    /** With those that this release does not know, whose entities are blocked. */
    private Stream<String> kinds() {
        Stream<String> blocked = Stream.of(from, to)
                .flatMap(point -> point.rows().blocked().stream())
                .map(entity -> EntityName.ofStream(entity.stream()).kind());
        return Stream.concat(Kinds.ALL.stream().map(Kind::name), blocked);
    }

    boolean isLittle() {
        return ChronoUnit.DAYS.between(from.asOf(), to.asOf()) <= FEW_DAYS && most() - least() <= FEW_FACTS;
    }

    private long least() {
        return stretches.stream().mapToLong(Stretch::least).min().orElse(0);
    }

    private long most() {
        return stretches.stream().mapToLong(Stretch::most).max().orElse(0);
    }

    /** By kind the ids of those with facts between the points, or with a segment that begins or ends between their days. */
    private Map<String, List<String>> candidates() {
        Map<String, List<String>> candidates = new HashMap<>();
        if (!stretches.isEmpty())
            statement("""
                            select distinct e.stream from %s e
                            where e.position > :least and e.position <= :most and (%s) <> (%s)""".formatted(to.facts(), from.counts("e", "from"), to.counts("e", "to")))
                    .param("least", least())
                    .param("most", most())
                    .query(row -> {
                        add(candidates, EntityName.ofStream(row.getString("stream")));
                    });
        if (!from.asOf().equals(to.asOf()))
            // Both by an index over ranges, which knows no first and no last day.
            statement("""
                            select r.kind, r.id from %1$s r where r.kind = any(:kinds) and %2$s
                              and r.valid && daterange(:fromasOf::date, :toasOf::date, '(]') and r.valid &> daterange(:fromasOf::date, null, '()')
                            union
                            select r.kind, r.id from %1$s r where r.kind = any(:kinds) and %2$s
                              and r.valid && daterange(:fromasOf::date, :toasOf::date, '[)') and r.valid &< daterange(null, :toasOf::date, '()')""".formatted(table, to.known("r", "to")))
                    .param("kinds", Kinds.ALL.stream().map(Kind::name).toArray(String[]::new))
                    .query(row -> {
                        add(candidates, new EntityName(row.getString("kind"), row.getString("id")));
                    });
        return candidates;
    }

    private static void add(Map<String, List<String>> candidates, EntityName entity) {
        candidates.computeIfAbsent(entity.kind(), _ -> new ArrayList<>()).add(entity.id());
    }

    private List<String> among(String kind, String after, List<String> candidates, int most) {
        List<String> left = candidates.stream()
                .filter(id -> id.compareTo(after) > 0)
                .distinct()
                .sorted()
                .toList();
        List<String> changed = new ArrayList<>();
        for (int n = 0; n < left.size() && changed.size() < most; n += most) {
            List<String> next = left.subList(n, Math.min(left.size(), n + most));
            changed.addAll(ofKind(
                    kind,
                    "s.stream = any(:streams)",
                    Map.of("streams", next.stream().map(id -> stream(kind, id)).toArray(String[]::new)),
                    most));
        }
        return changed.subList(0, Math.min(most, changed.size()));
    }

    /** One after the other, from an id on. */
    private List<String> walk(String kind, String after, int most) {
        return ofKind(
                kind,
                "s.stream collate \"C\" > :after and s.stream collate \"C\" < :end",
                // Of what may follow the name of a kind, a point comes right after the dash.
                Map.of("after", stream(kind, after), "end", kind + "."),
                most);
    }

    private static String stream(String kind, String id) {
        return kind + "-" + id;
    }

    /** Ids of a kind whose streams {@code s} meet a condition. */
    private List<String> ofKind(String kind, String condition, Map<String, ?> values, int most) {
        return statement("""
                        select substr(s.stream, length(:kind) + 2) as id
                        from %s s
                        cross join lateral (select %s as before, %s as after) at
                        cross join lateral (
                            select l.position from ledger.event l where l.stream = s.stream order by l.sequence desc limit 1) last
                        where s.sequence = 0 and %s and (%s)
                        order by s.stream collate "C" limit :most""".formatted(
                                to.facts(),
                                from.positionIn("s.register", "from"),
                                to.positionIn("s.register", "to"),
                                condition,
                                changed()))
                .param("kind", kind)
                .param("most", most)
                .params(values)
                .query(String.class)
                .list();
    }

    /** The condition that a stream {@code s} has facts between the points, or is another on their days. */
    private String changed() {
        List<String> changes = new ArrayList<>();
        changes.add(hasFacts("before", "after"));
        if (stretches.stream().anyMatch(Stretch::isBackward))
            changes.add(hasFacts("after", "before") + " and (" + differs("before", "after") + " or "
                    + differs("after", "before") + ")");
        if (!from.asOf().equals(to.asOf())) changes.add(state(from, "from") + " is distinct from " + state(to, "to"));
        return String.join(" or ", changes);
    }

    /** Mostly the last fact of a stream shows it. */
    private static String hasFacts(String before, String after) {
        return """
                case when at.%1$s >= at.%2$s or last.position <= at.%1$s or s.position > at.%2$s then false
                    when last.position <= at.%2$s then true
                    else ledger.sequence_at(s.stream, at.%1$s) < ledger.sequence_at(s.stream, at.%2$s) end""".formatted(before, after);
    }

    /** Whether a row is known at one point that is not known at the other. */
    private String differs(String one, String other) {
        String known =
                "select r.valid, r.state from %s r where r.kind = :kind and r.id = substr(s.stream, length(:kind) + 2)"
                        + " and r.known @> at.%s";
        return "exists (%s except %s)".formatted(known.formatted(table, one), known.formatted(table, other));
    }

    /** What an entity is at a point, on its day. */
    private String state(TimePoint point, String begin) {
        return "(select r.state from %s r where %s and %s)".formatted(table, ENTITY, point.holds("r", begin));
    }

    /**
     * Segments of an entity as known at each point, by first day: those that hold on the days of the points, and those that
     * are not known at both. Any other is no difference.
     */
    public record Sides(List<Held> before, List<Held> after) {}

    /** By entity what became of some of them. */
    public Map<EntityName, Sides> sides(List<EntityName> entities) {
        Map<EntityName, Sides> sides = new HashMap<>();
        entities.forEach(entity -> sides.put(entity, new Sides(new ArrayList<>(), new ArrayList<>())));
        String before = from.known("r", "from");
        String after = to.known("r", "to");
        List<String> segments = List.of(
                SEGMENT.formatted("before", table, before + " and " + isUnknown("after")),
                SEGMENT.formatted("after", table, after + " and " + isUnknown("before")),
                SEGMENT.formatted("both", table, before + " and " + after + " and r.valid @> :fromasOf::date"),
                SEGMENT.formatted(
                        "both",
                        table,
                        before + " and " + after + " and r.valid @> :toasOf::date and not r.valid @> :fromasOf::date"));
        statement("""
                        select r.side, %s from unnest(:kinds::text[], :ids::text[]) as s (kind, id)
                        join ledger.event o on o.stream = s.kind || '-' || s.id and o.sequence = 0
                        cross join lateral (select %s as before, %s as after) at
                        cross join lateral (%s) r order by starts""".formatted(
                                Rows.COLUMNS,
                                from.positionIn("o.register", "from"),
                                to.positionIn("o.register", "to"),
                                String.join(" union all ", segments)))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .query(row -> {
                    Known<?> segment = rows.known(row);
                    Held held = new Held(Objects.requireNonNull(segment.from()), segment.to(), segment.state());
                    Sides both = Objects.requireNonNull(
                            sides.get(new EntityName(row.getString("kind"), row.getString("id"))));
                    if (!row.getString("side").equals("after")) both.before().add(held);
                    if (!row.getString("side").equals("before")) both.after().add(held);
                });
        return sides;
    }

    /** That a row that is known at one position is not at the other: as an index over ranges finds it. */
    private static String isUnknown(String at) {
        return "(r.known &< int8range(null, at.%1$s) or r.known &> int8range(at.%1$s, null, '()'))".formatted(at);
    }

    /** By entity the positions of the facts of some that count at the second point and not at the first. */
    public Map<EntityName, List<Long>> facts(List<EntityName> entities) {
        Map<EntityName, List<Long>> facts = new HashMap<>();
        statement("""
                        select e.stream, e.position from unnest(:streams::text[]) as s (stream)
                        join ledger.event o on o.stream = s.stream and o.sequence = 0
                        join ledger.event e on e.stream = s.stream
                            and e.sequence > ledger.sequence_at(o.stream, %s) and e.sequence <= ledger.sequence_at(o.stream, %s)
                        order by e.position""".formatted(from.positionIn("o.register", "from"), to.positionIn("o.register", "to")))
                .param(
                        "streams",
                        entities.stream()
                                .map(entity -> stream(entity.kind(), entity.id()))
                                .toArray(String[]::new))
                .query(row -> {
                    facts.computeIfAbsent(EntityName.ofStream(row.getString("stream")), _ -> new ArrayList<>())
                            .add(row.getLong("position"));
                });
        return facts;
    }

    private StatementSpec statement(String select) {
        return statement(from, to, select);
    }

    private StatementSpec statement(TimePoint first, TimePoint second, String select) {
        return first.bind("from", second.bind("to", jdbc.sql(select)));
    }
}
