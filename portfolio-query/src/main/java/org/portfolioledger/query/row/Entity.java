package org.portfolioledger.query.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.state.Structure;
import org.portfolioledger.timeline.Segment;
import tools.jackson.databind.json.JsonMapper;

/** One stream while it is being followed: its facts so far, and the rows that they come to. */
final class Entity<S> {

    static final String CORRECTION = "correction";

    private final RowType<S> family;
    private final String id;
    private final String register;
    private final JsonMapper json;
    private RecordedStream stream;

    /** The entity as its first facts make it. */
    Entity(RowType<S> family, String stream, String register, RecordedStream recorded, JsonMapper json) {
        this.family = family;
        this.id = family.kind().idIn(stream);
        this.register = register;
        this.json = json;
        this.stream = recorded;
    }

    int size() {
        return stream.facts().size();
    }

    /** Adds a fact, closes the rows that no longer hold and opens those that do now. */
    void apply(RecordedFact fact, RowChanges changes) {
        RecordedStream before = stream;
        RecordedStream after = before.with(fact);
        List<Segment<S>> held = segments(before);
        List<Segment<S>> holding = segments(after);
        int kept = alike(held, holding);
        change(
                held.subList(kept, held.size()),
                holding.subList(kept, holding.size()),
                segment -> new Row.Key(family.kind().name(), id, segment.from()),
                this::row,
                fact.position(),
                changes);
        if (fact.fact() instanceof Corrected)
            change(
                    Corrections.in(before),
                    Corrections.in(after),
                    correction -> new Row.Key(CORRECTION, Long.toString(correction.fact()), null),
                    this::row,
                    fact.position(),
                    changes);
        stream = after;
    }

    private List<Segment<S>> segments(RecordedStream recorded) {
        return family.kind().history(recorded).timeline().segments();
    }

    /** How many of the first are the very same: what was not folded anew. */
    @SuppressWarnings("ReferenceEquality")
    private static <T> int alike(List<T> before, List<T> after) {
        int many = Math.min(before.size(), after.size());
        for (int i = 0; i < many; i++) if (before.get(i) != after.get(i)) return i;
        return many;
    }

    private static <T> void change(
            List<T> before,
            List<T> after,
            Function<T, Row.Key> key,
            Function<T, Row> row,
            long position,
            RowChanges changes) {
        Map<Row.Key, T> gone = new LinkedHashMap<>();
        before.forEach(one -> gone.put(key.apply(one), one));
        List<T> come =
                after.stream().filter(one -> !gone.remove(key.apply(one), one)).toList();
        gone.keySet().forEach(closed -> changes.close(closed, position));
        come.forEach(one -> changes.open(row.apply(one), position));
    }

    private Row row(Segment<S> segment) {
        return new Row(
                new Row.Key(family.kind().name(), id, segment.from()),
                family.columns(segment.state()),
                family.refs(segment.state()),
                register,
                segment.to(),
                json.writeValueAsString(segment.state()),
                named(segment.state()));
    }

    private Row row(Corrections.Correction correction) {
        return new Row(
                new Row.Key(CORRECTION, Long.toString(correction.fact()), null),
                LookupKeys.NONE,
                List.of(family.kind().stream(id)),
                register,
                null,
                json.writeValueAsString(correction),
                List.of(correction.fact(), correction.correctedBy()));
    }

    /** Positions of the facts that a state names, sorted. */
    private static List<Long> named(@Nullable Object state) {
        Set<Long> named = new TreeSet<>();
        for (Grounded<?> grounded : Structure.grounded(state)) {
            named.add(grounded.fact());
            if (grounded.restsOn() != null) named.addAll(grounded.restsOn());
        }
        return List.copyOf(named);
    }
}
