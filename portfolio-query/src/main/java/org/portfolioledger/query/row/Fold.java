package org.portfolioledger.query.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactHandler;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.LedgerGap;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into changes of rows; the same for the live rows and for those that are built. One thread at a time. */
final class Fold implements FactHandler<RowChanges> {

    private static final int MOST_REMEMBERED = 10_000;
    private static final FactDecoder DECODER = new FactDecoder();

    private final FactSource facts;
    private final Map<String, RowType<?>> types;
    private final JsonMapper json;
    private Set<String> carried = Set.of();
    private long carriedTo;
    private final Map<String, Entity<?>> entities = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entity<?>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Fold(FactSource facts, List<RowType<?>> types, JsonMapper json) {
        this.facts = facts;
        this.types = types.stream().collect(Collectors.toMap(type -> type.kind().name(), Function.identity()));
        this.json = json;
    }

    /** From now on passes over the facts of some kinds up to a position: their rows were copied. */
    void carry(List<String> kinds, long position) {
        carried = Set.copyOf(kinds);
        carriedTo = position;
    }

    @Override
    public RowChanges begin() {
        return new RowChanges();
    }

    @Override
    public void handle(StoredEvent fact, RowChanges changes) {
        if (fact.position() <= carriedTo
                && carried.contains(EntityName.ofStream(fact.stream()).kind())) return;
        Entity<?> known = entities.get(fact.stream());
        Entity<?> entity = known == null ? entity(fact) : known;
        if (entity.size() != fact.sequence()) throw new LedgerGap(fact.stream(), fact.sequence(), entity.size());
        entity.apply(DECODER.recorded(fact), changes);
        entities.put(fact.stream(), entity);
    }

    @Override
    public void forget(String stream) {
        entities.remove(stream);
    }

    @Override
    public void forget() {
        entities.clear();
    }

    /** The entity as the facts before this one make it. */
    private Entity<?> entity(StoredEvent next) {
        RowType<?> type = type(next.stream());
        return new Entity<>(type, next.stream(), next.register(), DECODER.recorded(earlier(next)), json);
    }

    private List<StoredEvent> earlier(StoredEvent next) {
        if (next.sequence() == 0) return List.of();
        return facts.stream(next.stream()).stream()
                .filter(fact -> fact.sequence() < next.sequence())
                .toList();
    }

    private RowType<?> type(String stream) {
        RowType<?> type = Kinds.ofStream(stream).map(Kind::name).map(types::get).orElse(null);
        if (type == null) throw new UnfoldableFact("this release makes no rows of the stream " + stream);
        return type;
    }
}
