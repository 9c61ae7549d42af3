package org.portfolioledger.query.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recorded;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into changes of rows; the same for following and for rebuilding. One thread at a time. */
final class Fold {

    private static final int KEPT = 10_000;
    private static final long NOWHERE = -1;

    private final Ledger ledger;
    private final Map<String, RowOf<?>> families;
    private final JsonMapper json;
    private final Reading reading = new Reading();
    private long reached = NOWHERE;
    private final Map<String, Entity<?>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entity<?>> eldest) {
            return size() > KEPT;
        }
    };

    Fold(Ledger ledger, List<RowOf<?>> families, JsonMapper json) {
        this.ledger = ledger;
        this.families = families.stream()
                .collect(Collectors.toMap(family -> family.kind().name(), Function.identity()));
        this.json = json;
    }

    /**
     * What the facts do to the rows as they stand after {@code last}.
     *
     * @throws RowsDoNotFit if the facts do not follow on {@code last} without a gap
     */
    RowChanges changes(long last, List<StoredEvent> facts) {
        // Another follower may have gone on meanwhile: then what is kept here is no longer the end of its stream.
        if (last != reached) forget();
        RowChanges changes = new RowChanges();
        long due = last;
        for (StoredEvent fact : facts) {
            if (fact.position() != due + 1) throw new RowsDoNotFit(due, fact.position());
            due = fact.position();
            entity(fact).apply(reading.recorded(fact), changes);
        }
        reached = due;
        return changes;
    }

    /** Forgets what was folded but could not be written. */
    void forget() {
        kept.clear();
        reached = NOWHERE;
    }

    private Entity<?> entity(StoredEvent fact) {
        Entity<?> entity = kept.get(fact.stream());
        if (entity == null) {
            entity = load(fact);
            kept.put(fact.stream(), entity);
        }
        if (entity.size() != fact.sequence()) throw new RowsDoNotFit(fact.stream(), fact.sequence(), entity.size());
        return entity;
    }

    private Entity<?> load(StoredEvent next) {
        List<Recorded> earlier = next.sequence() == 0
                ? List.of()
                : ledger.stream(next.stream()).stream()
                        .filter(fact -> fact.sequence() < next.sequence())
                        .map(reading::recorded)
                        .toList();
        return new Entity<>(family(next.stream()), next.stream(), next.register(), earlier, json);
    }

    private RowOf<?> family(String stream) {
        RowOf<?> family =
                Kinds.ofStream(stream).map(Kind::name).map(families::get).orElse(null);
        if (family == null) throw new IllegalStateException("no family makes rows of the stream " + stream);
        return family;
    }
}
