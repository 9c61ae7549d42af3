package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.state.Structure;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.timeline.Timeline;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stream while it is being followed: its facts so far, or only the end of what they fold to, and the rows that they
 * come to. The end is enough for facts that come after all others.
 */
final class Entity<S> {

    static final String CORRECTION = "correction";

    private final RowType<S> family;
    private final String id;
    private final String register;
    private final JsonMapper json;
    private int size;
    private History<RecordedFact, S> history;
    private @Nullable RecordedStream stream;
    private @Nullable Written<S> written;

    /** The state of a row as it was written last: what held from a day on mostly goes on to hold until the next fact. */
    private record Written<S>(S state, LookupKeys columns, List<String> refs, String json, List<Long> facts) {}

    /** The entity as its first facts make it. */
    Entity(RowType<S> family, String stream, String register, RecordedStream recorded, JsonMapper json) {
        this.family = family;
        this.id = family.kind().idIn(stream);
        this.register = register;
        this.json = json;
        this.size = recorded.facts().size();
        this.history = family.kind().history(recorded);
        this.stream = recorded;
    }

    /** How many facts it has. */
    int size() {
        return size;
    }

    /** Whether it holds all its facts. */
    boolean isWhole() {
        return stream != null;
    }

    /** How many facts it holds in memory. */
    int weight() {
        return stream == null ? history.entries().size() : stream.facts().size();
    }

    /** Lets go of all but the end. */
    void shorten() {
        history = history.end();
        stream = null;
    }

    /** Whether a fact can be added to what it holds. */
    boolean takes(RecordedFact fact) {
        return stream != null
                || (!(fact.fact() instanceof Corrected) && history.isContinuedBy(RecordedStream.entry(fact)));
    }

    /** Adds a fact, closes the rows that no longer hold and opens those that do now; all of it, or nothing. */
    void apply(RecordedFact fact, RowChanges changes) {
        RecordedStream before = stream;
        RecordedStream after = before == null ? null : before.with(fact);
        History<RecordedFact, S> next = after == null
                ? history.with(RecordedStream.entry(fact))
                : family.kind().history(after);
        Timeline<S> held = history.timeline();
        Timeline<S> holding = next.timeline();
        int same = held.sharedWith(holding);
        Change change = new Change();
        change.add(from(same, held), from(same, holding), this::key, this::row);
        if (before != null && after != null && fact.fact() instanceof Corrected)
            change.add(Corrections.in(before), Corrections.in(after), Entity::key, this::row);
        size++;
        history = next;
        stream = after;
        change.closed.forEach(key -> changes.close(key, fact.position()));
        change.opened.forEach(row -> changes.open(row, fact.position()));
    }

    private List<Segment<S>> from(int first, Timeline<S> timeline) {
        return timeline.segments().subList(first, timeline.segments().size());
    }

    private Row.Key key(Segment<S> segment) {
        return new Row.Key(family.kind().name(), id, segment.from());
    }

    private static Row.Key key(Correction correction) {
        return new Row.Key(CORRECTION, Long.toString(correction.fact()), null);
    }

    /** Which rows no longer hold, and which do now. */
    private static final class Change {

        private final List<Row.Key> closed = new ArrayList<>();
        private final List<Row> opened = new ArrayList<>();

        <T> void add(List<T> before, List<T> after, Function<T, Row.Key> key, Function<T, Row> row) {
            Map<Row.Key, T> gone = new LinkedHashMap<>();
            before.forEach(one -> gone.put(key.apply(one), one));
            after.stream()
                    .filter(one -> !gone.remove(key.apply(one), one))
                    .map(row)
                    .forEach(opened::add);
            closed.addAll(gone.keySet());
        }
    }

    @SuppressWarnings("ReferenceEquality") // A state that was not folded anew is the very same.
    private Row row(Segment<S> segment) {
        S state = segment.state();
        Written<S> known = written;
        if (known == null || known.state != state) {
            known = new Written<>(
                    state, family.columns(state), family.refs(state), json.writeValueAsString(state), named(state));
            written = known;
        }
        return new Row(key(segment), known.columns, known.refs, register, segment.to(), known.json, known.facts);
    }

    private Row row(Correction correction) {
        return new Row(
                key(correction),
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
