package org.portfolioledger.query.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.Corrections;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.query.row.FoldFailed;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the stored rows against the fold of the ledger's facts, at one point. It changes nothing. */
@Component
final class Verification {

    private static final String CORRECTION = "correction";
    private static final int STREAMS_AT_ONCE = 500;

    private final StoredFacts facts;
    private final Rows rows;
    private final JsonMapper json;
    private final FactDecoder reading = new FactDecoder();

    Verification(StoredFacts facts, Rows rows, JsonMapper json) {
        this.facts = facts;
        this.rows = rows;
        this.json = json;
    }

    /**
     * What is verified.
     *
     * @param kind of entity; null: every kind
     * @param id of one entity; null: every entity
     */
    record Scope(@Nullable String kind, @Nullable String id) {

        /** What belongs to no kind is looked at where everything is. */
        private boolean holds(String stream) {
            return Kinds.ofStream(stream)
                    .map(of -> (kind == null || kind.equals(of.name())) && (id == null || id.equals(of.idIn(stream))))
                    .orElse(kind == null && id == null);
        }
    }

    /**
     * Where a row is not what the facts come to.
     *
     * @param folded null: by the facts nothing holds
     * @param stored null: no row is there
     */
    record Difference(
            String kind,
            String id,
            @Nullable JsonNode folded,
            @Nullable JsonNode stored) {}

    /** What the facts of a stream come to cannot be told. */
    record Unfolded(String stream, String reason, List<StoredEvent> facts) {

        /** The rows against which nothing can be held. */
        private Stream<Key> rows() {
            Stream<Key> own = Kinds.ofStream(stream).map(kind -> new Key(kind.name(), kind.idIn(stream))).stream();
            return Stream.concat(own, facts.stream().map(fact -> new Key(CORRECTION, Long.toString(fact.position()))));
        }
    }

    /**
     * What was found.
     *
     * @param facts number of facts that were looked at
     * @param rows number of rows that hold then
     * @param overlapping pairs of rows of one entity, whenever they hold, that say two things of one point
     */
    record Report(long facts, long rows, long overlapping, List<Difference> differences, List<Unfolded> unfolded) {}

    /** Names a row. */
    private record Key(String kind, String id) {}

    /** The rows that hold at a point, against what the facts that count then come to. */
    Report at(TimePoint point, Scope scope) {
        List<String> streams =
                facts.streams(point).stream().filter(scope::holds).toList();
        Map<Key, JsonNode> folded = new LinkedHashMap<>();
        List<Unfolded> unfolded = new ArrayList<>();
        long counted = 0;
        for (int from = 0; from < streams.size(); from += STREAMS_AT_ONCE) {
            List<String> some = streams.subList(from, Math.min(streams.size(), from + STREAMS_AT_ONCE));
            Map<String, List<StoredEvent>> byStream =
                    facts.of(point, some).stream().collect(Collectors.groupingBy(StoredEvent::stream));
            for (Map.Entry<String, List<StoredEvent>> one : byStream.entrySet()) {
                counted += one.getValue().size();
                try {
                    folded.putAll(fold(point, one.getKey(), one.getValue()));
                } catch (RuntimeException | StackOverflowError e) {
                    unfolded.add(new Unfolded(one.getKey(), FoldFailed.reason(e), one.getValue()));
                }
            }
        }
        Map<Key, JsonNode> stored = stored(point, scope, folded.keySet());
        unfolded.sort(Comparator.comparing(Unfolded::stream));
        unfolded.stream().flatMap(Unfolded::rows).forEach(stored::remove);
        return new Report(
                counted,
                stored.size(),
                rows.overlaps(point, scope.kind(), scope.id()),
                differences(folded, stored),
                unfolded);
    }

    private Map<Key, JsonNode> fold(TimePoint point, String stream, List<StoredEvent> events) {
        Map<Key, JsonNode> folded = new LinkedHashMap<>();
        Kind<?, ?> kind = Kinds.ofStream(stream).orElseThrow();
        List<RecordedFact> recorded = events.stream().map(reading::recorded).toList();
        kind.history(recorded)
                .timeline()
                .on(point.asOf())
                .ifPresent(state -> folded.put(new Key(kind.name(), kind.idIn(stream)), read(state)));
        for (Corrections.Correction correction : Corrections.in(recorded))
            folded.put(new Key(CORRECTION, Long.toString(correction.fact())), read(correction));
        return folded;
    }

    private Map<Key, JsonNode> stored(TimePoint point, Scope scope, Set<Key> folded) {
        Map<Key, JsonNode> stored = new HashMap<>();
        boolean everything = scope.kind() == null && scope.id() == null;
        Stream.concat(Kinds.ALL.stream().map(Kind::name), Stream.of(CORRECTION))
                .flatMap(kind -> rows.where(point, kind, "true", Map.of()).stream())
                .filter(row -> everything
                        || folded.contains(key(row))
                        || (!row.kind().equals(CORRECTION)
                                && (scope.kind() == null || scope.kind().equals(row.kind()))
                                && (scope.id() == null || scope.id().equals(row.id()))))
                .forEach(row -> stored.put(key(row), row.state()));
        return stored;
    }

    private static List<Difference> differences(Map<Key, JsonNode> folded, Map<Key, JsonNode> stored) {
        Set<Key> keys = new HashSet<>(folded.keySet());
        keys.addAll(stored.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Key key : keys) {
            JsonNode said = folded.get(key);
            JsonNode kept = stored.get(key);
            if (!Objects.equals(said, kept)) differences.add(new Difference(key.kind(), key.id(), said, kept));
        }
        differences.sort(Comparator.comparing(Difference::kind).thenComparing(Difference::id));
        return differences;
    }

    private static Key key(Found row) {
        return new Key(row.kind(), row.id());
    }

    /** As it would be read from a row. */
    private JsonNode read(Object state) {
        return json.readTree(json.writeValueAsString(state));
    }

    /** The scope that a question names. */
    static Scope scope(Optional<String> kind, Optional<String> id) {
        return new Scope(kind.orElse(null), id.orElse(null));
    }
}
