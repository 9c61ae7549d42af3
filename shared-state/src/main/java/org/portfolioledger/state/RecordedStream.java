package org.portfolioledger.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Lineages;

/**
 * What is recorded in one stream, and what it folds to, which is found out once. With one fact more, only what comes after
 * that fact is folded anew. Immutable, and for many threads.
 */
public final class RecordedStream {

    /** A stream that holds nothing. */
    public static final RecordedStream EMPTY = new RecordedStream(List.of(), Set.of(), null);

    private final List<RecordedFact> facts;
    private final Set<Class<?>> types;
    private volatile @Nullable Lineages<RecordedFact> lineages;
    private volatile @Nullable Told<?> told;

    /** What the facts fold to in the eyes of a kind; there is but one kind for a stream. */
    private record Told<S>(Kind<?, S> kind, History<RecordedFact, S> history) {

        Told<S> with(EffectiveEntry<RecordedFact> entry) {
            return new Told<>(kind, history.with(entry));
        }
    }

    private RecordedStream(List<RecordedFact> facts, Set<Class<?>> types, @Nullable Told<?> told) {
        this.facts = facts;
        this.types = types;
        this.told = told;
    }

    /** @param facts by rising position */
    public static RecordedStream of(List<RecordedFact> facts) {
        if (facts.isEmpty()) return EMPTY;
        Set<Class<?>> types = facts.stream().map(RecordedStream::type).collect(Collectors.toUnmodifiableSet());
        return new RecordedStream(List.copyOf(facts), types, null);
    }

    /** By rising position. */
    public List<RecordedFact> facts() {
        return facts;
    }

    /** The types of all facts that were ever stated in it, corrections counted as what they state instead. */
    public Set<Class<?>> types() {
        return types;
    }

    private static Class<?> type(RecordedFact recorded) {
        return recorded.fact() instanceof Corrected corrected && corrected.replacement() != null
                ? corrected.replacement().getClass()
                : recorded.fact().getClass();
    }

    private static Set<Class<?>> with(Class<?> type, Set<Class<?>> types) {
        if (types.contains(type)) return types;
        Set<Class<?>> more = new HashSet<>(types);
        more.add(type);
        return Set.copyOf(more);
    }

    /** Whether one of its facts stands at a position. */
    public boolean has(long position) {
        int low = 0;
        int high = facts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = facts.get(middle).position();
            if (there == position) return true;
            if (there < position) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }

    /** The stream with the fact that comes next. */
    public RecordedStream with(RecordedFact next) {
        List<RecordedFact> more = new ArrayList<>(facts.size() + 1);
        more.addAll(facts);
        more.add(next);
        List<RecordedFact> all = Collections.unmodifiableList(more);
        Set<Class<?>> allTypes = with(type(next), types);
        Told<?> before = told;
        // A correction changes what stands before it.
        if (before == null || next.fact() instanceof Corrected) return new RecordedStream(all, allTypes, null);
        return new RecordedStream(all, allTypes, before.with(entry(next)));
    }

    /** A fact that corrects nothing, as it comes into a history. */
    public static EffectiveEntry<RecordedFact> entry(RecordedFact fact) {
        return new EffectiveEntry<>(
                fact.position(), fact.position(), fact.fact().provenance().effectiveOn(), fact);
    }

    /** Its lineages. */
    public Lineages<RecordedFact> lineages() {
        Lineages<RecordedFact> known = lineages;
        if (known == null) {
            known = Kind.sorted(facts);
            lineages = known;
        }
        return known;
    }

    <S> History<RecordedFact, S> history(Kind<?, S> kind) {
        Told<?> known = told;
        if (known == null || !known.kind().equals(kind)) {
            Told<S> anew = new Told<>(kind, kind.told(lineages().asKnownAt(Long.MAX_VALUE)));
            // What holds nothing may yet become a stream of any kind.
            if (!facts.isEmpty()) told = anew;
            return anew.history();
        }
        @SuppressWarnings("unchecked") // of the same kind
        Told<S> same = (Told<S>) known;
        return same.history();
    }
}
