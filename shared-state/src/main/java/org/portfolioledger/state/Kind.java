package org.portfolioledger.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Lineages;

/**
 * A kind of entity: one stream each, folded to one timeline.
 *
 * @param name prefix of its streams, as {@code initiative} in {@code initiative-PG-DRM}
 * @param noun what stands before an id in a sentence, as {@code business case}
 * @param facts the sealed family of its facts
 * @param state the record that its facts are folded to
 * @param begin the state with which a fact begins; null: it begins none, and without one before it leaves nothing
 * @param evolve the state after a fact
 * @param revision of what its facts make. Raise it with every change of that: the next start then makes the rows of this kind
 *     anew, and carries those of the others over. A test compares it with the rows.
 */
public record Kind<F extends GovernanceFact, S>(
        String name,
        String noun,
        Class<F> facts,
        Class<S> state,
        Begin<F, S> begin,
        Evolve<F, S> evolve,
        int revision) {

    /** The first step of the family's fold: pure. */
    @FunctionalInterface
    public interface Begin<F, S> {
        @Nullable
        S begin(F fact, Grounds grounds);
    }

    /** Every further step of the family's fold: pure. */
    @FunctionalInterface
    public interface Evolve<F, S> {
        S evolve(S state, F fact, Grounds grounds);
    }

    /** A kind whose states facts of one type begin. */
    static <F extends GovernanceFact, B extends F, S> Kind<F, S> of(
            String name,
            Class<F> facts,
            Class<S> state,
            Class<B> beginning,
            BiFunction<B, Grounds, S> begin,
            Evolve<F, S> evolve,
            int revision) {
        Begin<F, S> first =
                (fact, grounds) -> beginning.isInstance(fact) ? begin.apply(beginning.cast(fact), grounds) : null;
        return new Kind<>(name, name.replace('-', ' '), facts, state, first, evolve, revision);
    }

    /** The kind with another noun than its name. */
    Kind<F, S> called(String otherNoun) {
        return new Kind<>(name, otherNoun, facts, state, begin, evolve, revision);
    }

    /** The entity in words, as {@code business case BC-1}. */
    public String words(String id) {
        return noun + " " + id;
    }

    /** Name of the stream of one entity. */
    public String stream(String id) {
        return name + "-" + id;
    }

    /** Id of the entity whose stream this is. */
    public String idIn(String stream) {
        return stream.substring(name.length() + 1);
    }

    /** The entity as known at a position. */
    public History<RecordedFact, S> history(RecordedStream stream, long knownAt) {
        return told(stream.lineages().asKnownAt(knownAt));
    }

    /** The entity, all that is recorded counted in. */
    public History<RecordedFact, S> history(RecordedStream stream) {
        return stream.history(this);
    }

    History<RecordedFact, S> told(List<EffectiveEntry<RecordedFact>> entries) {
        return History.of(entries, Kind::opens, this::step);
    }

    static Lineages<RecordedFact> sorted(List<RecordedFact> stream) {
        Map<Long, RecordedFact> before = new HashMap<>();
        List<Entry<RecordedFact>> entries = new ArrayList<>();
        for (RecordedFact recorded : stream) {
            RecordedFact target = recorded.fact() instanceof Corrected corrected ? before.get(corrected.fact()) : null;
            RecordedFact whole = target == null ? recorded : recorded.alsoBy(target.recordedBy());
            before.put(whole.position(), whole);
            entries.add(entry(whole, target));
        }
        return Lineages.of(entries);
    }

    /**
     * The recorded fact as the timeline sees it.
     *
     * @param target what it corrects, if anything
     */
    private static Entry<RecordedFact> entry(RecordedFact recorded, @Nullable RecordedFact target) {
        if (!(recorded.fact() instanceof Corrected corrected)) {
            return new Entry.Fact<>(
                    recorded.position(), recorded.fact().provenance().effectiveOn(), recorded);
        }
        GovernanceFact replacement = corrected.replacement();
        if (replacement != null)
            return new Entry.Replacement<>(
                    recorded.position(),
                    corrected.fact(),
                    replacement.provenance().effectiveOn(),
                    recorded.saying(replacement));
        if (target == null || !(target.fact() instanceof BoardDecision))
            return new Entry.Retraction<>(recorded.position(), corrected.fact());
        // What a board decided stays listed when it is retracted, so the retraction has words: those of the decision.
        return new Entry.Replacement<>(
                recorded.position(),
                corrected.fact(),
                target.fact().provenance().effectiveOn(),
                new RecordedFact(
                        recorded.position(),
                        target.fact(),
                        recorded.recordedBy(),
                        target.unmetRules(),
                        target.restsOn(),
                        corrected.reason()));
    }

    /** What an entry of one of its streams says. */
    public F fact(EffectiveEntry<RecordedFact> entry) {
        return facts.cast(entry.content().fact());
    }

    /** What counts of an entity: all but decisions that were retracted and are only shown. */
    public static List<EffectiveEntry<RecordedFact>> counting(History<RecordedFact, ?> history) {
        List<EffectiveEntry<RecordedFact>> entries = history.entries();
        return entries.stream().allMatch(entry -> entry.content().counts())
                ? entries
                : entries.stream().filter(entry -> entry.content().counts()).toList();
    }

    /** Whether it opens an entity. */
    public static boolean opens(RecordedFact recorded) {
        return recorded.fact() instanceof Opening;
    }

    private @Nullable S step(@Nullable S state, EffectiveEntry<RecordedFact> entry) {
        RecordedFact recorded = entry.content();
        Grounds grounds = new Grounds(
                entry.position(),
                entry.origin(),
                recorded.fact().provenance(),
                recorded.unmetRules(),
                recorded.restsOn(),
                recorded.retracted());
        F fact = fact(entry);
        return state == null ? begin.begin(fact, grounds) : evolve.evolve(state, fact, grounds);
    }
}
