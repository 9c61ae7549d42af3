package org.portfolioledger.query.answer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads facts from the ledger by what they say of themselves. */
public final class StoredFacts {

    private final JdbcClient jdbc;

    public StoredFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The facts that count at a point and meet a condition on {@code e}, by position, after one of them: read in the order
     * of an index, so that a page costs neither what is before it nor what is after it.
     *
     * @param stream the only stream of which they may be; null: they may be of any
     * @param after position after which they begin; 0: at the first
     */
    public List<StoredEvent> after(
            TimePoint point, @Nullable String stream, String condition, Map<String, ?> values, long after, int limit) {
        return point.bind(jdbc.sql("select e.* from %s e where %s and %s and e.position > :after and %s limit :most"
                        .formatted(point.facts(), point.counts("e"), condition, inOrder(point, stream))))
                .params(values)
                .param("after", after)
                .param("most", limit)
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** Within a stream the sequence rises with the position, and within a register the moment from which a fact is known. */
    private static String inOrder(TimePoint point, @Nullable String stream) {
        String last = "coalesce((select l.%s from ledger.event l where l.position = :after), %s)";
        if (stream != null)
            return "e.stream = :stream and e.sequence > " + last.formatted("sequence", "-1") + " order by e.sequence";
        if (point.prefixes().size() == 1 && point.prefixes().getFirst().register() != null)
            return "(e.known_at, e.position) > (" + last.formatted("known_at", "'-infinity'")
                    + ", :after) order by e.known_at, e.position";
        return "true order by e.position";
    }

    /** The next facts of some streams that count at a point, by position, after one of them, at the cost of what is read. */
    public List<StoredEvent> next(TimePoint point, List<String> streams, long after, int limit) {
        // Within a stream the position rises with the sequence, so the first fact after a position is found by halving.
        return point.bind(jdbc.sql("""
                        with recursive part (stream, next, beyond) as (
                            select s.stream, 0::bigint, case when :after = 0 then 0 else (
                                select l.sequence + 1 from ledger.event l where l.stream = s.stream order by l.sequence desc limit 1) end
                            from unnest(:streams::text[]) as s (stream)
                            union all
                            select p.stream, case when e.position > :after then p.next else e.sequence + 1 end,
                                case when e.position > :after then e.sequence else p.beyond end
                            from part p join ledger.event e on e.stream = p.stream and e.sequence = (p.next + p.beyond) / 2
                            where p.next < p.beyond)
                        select e.* from part p cross join lateral (
                            select e.* from %s e where e.stream = p.stream and e.sequence >= p.next and %s
                            order by e.sequence limit :most) e
                        where p.next = p.beyond
                        order by e.position limit :most""".formatted(point.facts(), point.counts("e"))))
                .param("streams", streams.toArray(String[]::new))
                .param("after", after)
                .param("most", limit)
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** All facts of some streams that count at a point, by position. */
    public List<StoredEvent> of(TimePoint point, List<String> streams) {
        return point.bind(jdbc.sql("select e.* from %s e where e.stream = any(:streams) and %s order by e.position"
                        .formatted(point.facts(), point.counts("e"))))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** Those of some positions that count at a point, by position. */
    public List<StoredEvent> at(TimePoint point, Collection<Long> positions) {
        return point.bind(jdbc.sql("select e.* from %s e where e.position = any(:positions) and %s order by e.position"
                        .formatted(point.facts(), point.counts("e"))))
                .param("positions", positions.toArray(Long[]::new))
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** All that the command recorded which recorded one fact, by position, as far as it counts at a point. */
    public List<StoredEvent> recordedWith(TimePoint point, StoredEvent fact) {
        return point.bind(jdbc.sql("""
                        select e.* from %s e
                        where e.register = :of and e.known_at = :known::timestamptz and e.actor = :actor and e.command = :key and %s
                        order by e.position""".formatted(point.facts(), point.counts("e"))))
                .param("of", fact.register())
                .param("known", fact.knownAt().toString())
                .param("actor", fact.command().actor())
                .param("key", fact.command().key())
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }
}
