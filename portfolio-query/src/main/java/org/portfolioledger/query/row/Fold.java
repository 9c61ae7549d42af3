package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.row.FoldResult.Source;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into changes of rows; the same for following and for rebuilding. One thread at a time. */
final class Fold {

    private static final int KEPT = 10_000;
    private static final long NOWHERE = -1;
    private static final FactDecoder READING = new FactDecoder();

    private final Facts facts;
    private final Map<String, RowType<?>> families;
    private final JsonMapper json;
    private long reached = NOWHERE;
    private final Map<String, Entity<?>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entity<?>> eldest) {
            return size() > KEPT;
        }
    };

    Fold(Facts facts, List<RowType<?>> families, JsonMapper json) {
        this.facts = facts;
        this.families = families.stream()
                .collect(Collectors.toMap(family -> family.kind().name(), Function.identity()));
        this.json = json;
    }

    /**
     * What the facts do to the rows as they stand after {@code last}. An entity whose fact cannot be folded stands still
     * before it; its later facts, like those of entities that are blocked already, change nothing.
     *
     * @throws InconsistentRows if the facts do not follow on {@code last} without a gap
     */
    FoldResult changes(long last, List<StoredEvent> next, List<BlockedEntity> blocked) {
        // Another follower may have gone on meanwhile: then what is kept here is no longer the end of its stream.
        if (last != reached) forget();
        Set<String> standingStill = blocked.stream().map(BlockedEntity::stream).collect(Collectors.toSet());
        // What is kept of them misses the facts that are passed over here, and another follower may let them go on.
        kept.keySet().removeAll(standingStill);
        Batch batch = new Batch(standingStill);
        long due = last;
        for (StoredEvent fact : next) {
            if (fact.position() != due + 1) throw new InconsistentRows(due, fact.position());
            due = fact.position();
            if (batch.follows(fact)) apply(fact, batch);
        }
        reached = due;
        return batch.folded();
    }

    /** What the facts of one stream from a position on do to its rows as they stand before it. */
    FoldResult again(List<StoredEvent> stream, long from) {
        Batch batch = new Batch(Set.of());
        for (StoredEvent fact : stream) {
            kept.remove(fact.stream());
            if (fact.position() >= from) break;
        }
        stream.stream()
                .filter(fact -> fact.position() >= from && batch.follows(fact))
                .forEach(fact -> apply(fact, batch));
        return batch.folded();
    }

    /** Forgets what was folded but could not be written. */
    void forget() {
        kept.clear();
        reached = NOWHERE;
    }

    /** Only the fold itself is caught: a database that goes away, or a gap, is no fault of the entity. */
    private void apply(StoredEvent fact, Batch batch) {
        Entity<?> known = kept.get(fact.stream());
        List<StoredEvent> earlier = known == null ? earlier(fact) : List.of();
        try {
            Entity<?> entity = known == null ? entity(fact, earlier) : known;
            if (entity.size() != fact.sequence())
                throw new InconsistentRows(fact.stream(), fact.sequence(), entity.size());
            entity.apply(READING.recorded(fact), batch.changesOf(fact));
            kept.put(fact.stream(), entity);
        } catch (InconsistentRows e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            kept.remove(fact.stream());
            batch.fails(FoldFailed.because(fact.stream(), fact.register(), fact.position(), e));
        }
    }

    private List<StoredEvent> earlier(StoredEvent next) {
        if (next.sequence() == 0) return List.of();
        return facts.stream(next.stream()).stream()
                .filter(fact -> fact.sequence() < next.sequence())
                .toList();
    }

    private Entity<?> entity(StoredEvent next, List<StoredEvent> earlier) {
        List<RecordedFact> recorded = earlier.stream().map(READING::recorded).toList();
        return new Entity<>(family(next.stream()), next.stream(), next.register(), recorded, json);
    }

    private RowType<?> family(String stream) {
        RowType<?> family =
                Kinds.ofStream(stream).map(Kind::name).map(families::get).orElse(null);
        if (family == null) throw new IllegalStateException("no family makes rows of the stream " + stream);
        return family;
    }

    /** What came of the facts so far. */
    private static final class Batch {

        private final Set<String> standingStill;
        private final Map<String, Source> sources = new LinkedHashMap<>();
        private final Map<Source, RowChanges> changes = new LinkedHashMap<>();
        private final List<FoldFailed> failed = new ArrayList<>();

        Batch(Set<String> blocked) {
            this.standingStill = new java.util.HashSet<>(blocked);
        }

        boolean follows(StoredEvent fact) {
            return !standingStill.contains(fact.stream());
        }

        RowChanges changesOf(StoredEvent fact) {
            Source source = sources.computeIfAbsent(
                    fact.stream(), stream -> new Source(stream, fact.register(), fact.position()));
            return changes.computeIfAbsent(source, _ -> new RowChanges());
        }

        void fails(FoldFailed fold) {
            standingStill.add(fold.stream());
            failed.add(fold);
        }

        FoldResult folded() {
            return new FoldResult(changes, failed);
        }
    }
}
