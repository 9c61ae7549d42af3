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
        return point.bind(jdbc.sql(
                        "select e.* from ledger.event e where %s and %s and e.position > :after and %s limit :most"
                                .formatted(point.counts("e"), condition, inOrder(point, stream))))
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

    /**
     * A stream that is read page by page.
     *
     * @param next sequence of the next fact to be read
     * @param type the only type of facts that is wanted of it; null: all are
     */
    public record Reading(
            String stream, long next, @Nullable String type) {}

    /** The next facts of some streams that count at a point, by position, at the cost of what is read. */
    public List<StoredEvent> next(TimePoint point, List<Reading> streams, int limit) {
        return point.bind(jdbc.sql("""
                        select e.* from unnest(:streams::text[], :nexts::bigint[], :types::text[]) as s (stream, next, type)
                        cross join lateral (
                            select e.* from ledger.event e
                            where e.stream = s.stream and e.sequence >= s.next and (s.type is null or e.type = s.type) and %s
                            order by e.sequence limit :most) e
                        order by e.position limit :most""".formatted(point.counts("e"))))
                .param("streams", streams.stream().map(Reading::stream).toArray(String[]::new))
                .param("nexts", streams.stream().map(Reading::next).toArray(Long[]::new))
                .param("types", streams.stream().map(Reading::type).toArray(String[]::new))
                .param("most", limit)
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** All facts of some streams that count at a point, by position. */
    public List<StoredEvent> of(TimePoint point, List<String> streams) {
        return point.bind(jdbc.sql(
                        "select e.* from ledger.event e where e.stream = any(:streams) and %s order by e.position"
                                .formatted(point.counts("e"))))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** Those of some positions that count at a point, by position. */
    public List<StoredEvent> at(TimePoint point, Collection<Long> positions) {
        return point.bind(jdbc.sql(
                        "select e.* from ledger.event e where e.position = any(:positions) and %s order by e.position"
                                .formatted(point.counts("e"))))
                .param("positions", positions.toArray(Long[]::new))
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }

    /** All that the command recorded which recorded one fact, by position, as far as it counts at a point. */
    public List<StoredEvent> recordedWith(TimePoint point, StoredEvent fact) {
        return point.bind(jdbc.sql("""
                        select e.* from ledger.event e
                        where e.register = :of and e.known_at = :known::timestamptz and e.actor = :actor and e.command = :key and %s
                        order by e.position""".formatted(point.counts("e"))))
                .param("of", fact.register())
                .param("known", fact.knownAt().toString())
                .param("actor", fact.command().actor())
                .param("key", fact.command().key())
                .query((row, _) -> StoredEvent.of(row))
                .list();
    }
}
