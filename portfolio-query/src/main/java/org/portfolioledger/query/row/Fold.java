package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactHandler;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.LedgerGap;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into changes of rows; the same for the live rows and for those that are built. One thread at a time. */
final class Fold implements FactHandler<RowChanges> {

    private static final Logger LOG = LoggerFactory.getLogger(Fold.class);
    /** Of facts that are read ahead: they are all in memory before the first is handled. */
    private static final int MOST_AHEAD = 50_000;

    private static final FactDecoder DECODER = new FactDecoder();

    private final FactSource facts;
    private final Map<String, RowType<?>> types;
    private final JsonMapper json;
    private final int mostRemembered;
    private Set<String> carried = Set.of();
    private long carriedTo;
    /** Those of which all facts are remembered, the one that had a fact last at the end. */
    private final SequencedMap<String, Entity<?>> whole = new LinkedHashMap<>();
    /** Those of which only the end is, in the same order. */
    private final SequencedMap<String, Entity<?>> ends = new LinkedHashMap<>();

    private int remembered;

    /** @param mostRemembered how many facts of entities are remembered, of those that had a fact last */
    Fold(FactSource facts, List<RowType<?>> types, JsonMapper json, int mostRemembered) {
        this.facts = facts;
        this.types = types.stream().collect(Collectors.toMap(type -> type.kind().name(), Function.identity()));
        this.json = json;
        this.mostRemembered = mostRemembered;
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

    /** Reads the streams of entities that it does not remember, as far as it may remember them. */
    @Override
    public void expect(List<StoredEvent> next) {
        Map<String, StoredEvent> first = new LinkedHashMap<>();
        // Facts of this batch that were carried lie before the first to be folded, and would not be read.
        Set<String> carriedHere = new HashSet<>();
        for (StoredEvent fact : next) {
            if (isCarried(fact)) carriedHere.add(fact.stream());
            else if (!isRemembered(fact.stream()) && !carriedHere.contains(fact.stream()))
                first.putIfAbsent(fact.stream(), fact);
        }
        long most = Math.min(mostRemembered, MOST_AHEAD);
        List<String> unknown = new ArrayList<>();
        for (StoredEvent fact : first.values()) {
            if (fact.sequence() == 0 || fact.sequence() > most) continue;
            most -= fact.sequence();
            unknown.add(fact.stream());
        }
        if (unknown.isEmpty()) return;
        facts.streams(unknown, next.getFirst().position() - 1).stream()
                .collect(Collectors.groupingBy(StoredEvent::stream))
                .forEach((stream, earlier) -> readAhead(Objects.requireNonNull(first.get(stream)), earlier));
    }

    private void readAhead(StoredEvent next, List<StoredEvent> earlier) {
        try {
            remember(next.stream(), entity(next, earlier));
        } catch (RuntimeException | StackOverflowError unreadable) {
            LOG.debug("{} is read when it is its turn", next.stream(), unreadable);
        }
    }

    @Override
    public void handle(StoredEvent fact, RowChanges changes) {
        if (isCarried(fact)) return;
        RecordedFact recorded = DECODER.recorded(fact);
        Entity<?> known = whole.getOrDefault(fact.stream(), ends.get(fact.stream()));
        Entity<?> entity = known != null && known.takes(recorded) ? known : entity(fact, earlier(fact));
        if (entity.size() != fact.sequence()) throw new LedgerGap(fact.stream(), fact.sequence(), entity.size());
        forget(fact.stream());
        entity.apply(recorded, changes);
        remember(fact.stream(), entity);
    }

    private boolean isRemembered(String stream) {
        return whole.containsKey(stream) || ends.containsKey(stream);
    }

    private boolean isCarried(StoredEvent fact) {
        return fact.position() <= carriedTo
                && carried.contains(EntityName.ofStream(fact.stream()).kind());
    }

    /** Where there is no room, only the ends of the eldest stay; where there is none for these either, they go too. */
    private void remember(String stream, Entity<?> entity) {
        int most = mostRemembered - entity.weight();
        while (remembered > most && !whole.isEmpty()) {
            Map.Entry<String, Entity<?>> eldest = Objects.requireNonNull(whole.pollFirstEntry());
            remembered -= eldest.getValue().weight();
            eldest.getValue().shorten();
            add(eldest.getKey(), eldest.getValue());
        }
        while (remembered > most && !ends.isEmpty())
            remembered -=
                    Objects.requireNonNull(ends.pollFirstEntry()).getValue().weight();
        add(stream, entity);
    }

    private void add(String stream, Entity<?> entity) {
        (entity.isWhole() ? whole : ends).put(stream, entity);
        remembered += entity.weight();
    }

    @Override
    public void forget(String stream) {
        for (Map<String, Entity<?>> some : List.of(whole, ends)) {
            Entity<?> entity = some.remove(stream);
            if (entity != null) remembered -= entity.weight();
        }
    }

    @Override
    public void forget() {
        whole.clear();
        ends.clear();
        remembered = 0;
    }

    /** The entity as the facts before its next one make it. */
    private Entity<?> entity(StoredEvent next, List<StoredEvent> earlier) {
        RowType<?> type = type(next.stream());
        return new Entity<>(type, next.stream(), next.register(), DECODER.recorded(earlier), json);
    }

    private List<StoredEvent> earlier(StoredEvent next) {
        return next.sequence() == 0 ? List.of() : facts.streams(List.of(next.stream()), next.position() - 1);
    }

    private RowType<?> type(String stream) {
        RowType<?> type = Kinds.ofStream(stream).map(Kind::name).map(types::get).orElse(null);
        if (type == null) throw new UnfoldableFact("this release makes no rows of the stream " + stream);
        return type;
    }
}
