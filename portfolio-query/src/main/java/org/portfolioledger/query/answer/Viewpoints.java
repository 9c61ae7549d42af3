package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Deciding;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedDecision;
import org.portfolioledger.state.Referring;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.state.Structure;
import org.portfolioledger.state.Viewpoint;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Finds from where states are seen at a point: what of that on which they rest or to which they refer is no longer so. What it
 * found once it does not look up again, for at one point it stays so.
 */
public final class Viewpoints {

    /** More is not remembered, so that no caller holds more than a part of all that is on record. */
    private static final int MOST = 100_000;

    private final Rows rows;
    private final TimePoint point;
    private final Set<Long> facts = new HashSet<>();
    private final Set<String> entities = new HashSet<>();
    private Since found = Since.nothing();

    Viewpoints(Rows rows, TimePoint point) {
        this.rows = rows;
        this.point = point;
    }

    /** From where some states are seen. */
    public Viewpoint of(Collection<?> states) {
        Set<Long> restsOn = new TreeSet<>();
        List<Grounded<?>> resting = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        List<RecordedDecision> decisions = new ArrayList<>();
        Structure.forEach(states, part -> {
            if (part instanceof Grounded<?> grounded && grounded.restsOn() != null) {
                resting.add(grounded);
                restsOn.addAll(grounded.restsOn());
            }
            if (part instanceof Referring referring) references.addAll(referring.references());
            if (part instanceof Deciding deciding) decisions.addAll(deciding.recordedDecisions());
        });
        Set<String> streams = references.stream().map(Reference::stream).collect(Collectors.toCollection(TreeSet::new));
        Since since = since(restsOn, streams);
        return new Viewpoint(
                point.asOf(),
                Set.copyOf(since.corrected()),
                referringTo(since.retracted(), references),
                afterClosure(references, since.closures()),
                superseded(point, resting, since.grounds()),
                Contradictions.of(rows, point, decisions));
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
            Set<Long> corrected, Map<Long, Ground> grounds, Set<String> retracted, Map<String, LocalDate> closures) {

        static Since nothing() {
            return new Since(new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        }
    }

    /** What became of these, and of others that were looked up before. */
    private Since since(Set<Long> restsOn, Set<String> streams) {
        if (facts.size() + entities.size() > MOST) {
            facts.clear();
            entities.clear();
            found = Since.nothing();
        }
        Set<Long> newFacts = new TreeSet<>(restsOn);
        newFacts.removeIf(fact -> !facts.add(fact));
        Set<String> newStreams = new TreeSet<>(streams);
        newStreams.removeIf(stream -> !entities.add(stream));
        if (!newFacts.isEmpty() || !newStreams.isEmpty()) lookUp(point, newFacts, newStreams, found);
        found.grounds().keySet().removeAll(found.corrected());
        return found;
    }

    /**
     * Each is asked of alone: joined, all that was ever known would be gone through. Nearly all entities are known, and
     * still are.
     */
    private void lookUp(TimePoint point, Set<Long> restsOn, Set<String> streams, Since since) {
        String of = "select from %s r where %s and ".formatted(Rows.table(point), Rows.isOne("r", "s.kind", "s.id"));
        point.bind(rows.prepared().sql("""
                        select g.position, g.stream, g.last,
                            (select exists (select from %1$s r where %7$s and %2$s)) as corrected,
                            null as closed
                        from (select e.position, e.stream, (select l.position from ledger.event l
                                where l.stream = e.stream order by l.sequence desc limit 1) as last
                            from %8$s e where e.position = any(:restsOn) and %3$s) g
                        union all
                        select null, s.stream, null,
                            case when (select exists (%5$s and upper_inf(r.known))) then false
                                when (select exists (%5$s)) then false
                                else (select exists (%4$s)) end,
                            (select min(r.state #>> '{closure,since}') from %1$s r where r.kind = s.kind and r.id = s.id
                                and r.closed and %2$s)
                        from %6$s""".formatted(
                                Rows.table(point),
                                point.known("r"),
                                point.counts("e"),
                                of + point.begun("r"),
                                of + point.known("r"),
                                Named.TABLE,
                                Rows.isOne("r", "'correction'", "g.position::text"),
                                point.facts())))
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
        String isOne = Rows.isOne("r", "d.kind", "d.id");
        String values = """
                (select count(*) from
                    jsonb_path_query(%s.state, '$.**.fact ? (@ == $wanted)', jsonb_build_object('wanted', d.position)))""";
        point.bind(rows.planned().sql("""
                        select distinct d.decision, d.position
                        from unnest(:decisions::int8[], :days::date[], :positions::int8[], :kinds::text[], :ids::text[])
                            as d (decision, day, position, kind, id)
                        %s %s
                        where case when before.place is not distinct from after.place then false else %s > %s end""".formatted(
                                held.formatted(Rows.table(point), isOne, "r.known @> d.decision - 1", "before"),
                                held.formatted(Rows.table(point), isOne, point.known("r"), "after"),
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
}
