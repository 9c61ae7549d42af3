package org.portfolioledger.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param facts the sealed family of its facts
 * @param state the record that its facts are folded to
 * @param evolve the state after a fact; null where nothing holds
 */
public record Kind<F extends GovernanceFact, S>(String name, Class<F> facts, Class<S> state, Evolve<F, S> evolve) {

    /** One step of the family's fold: pure. */
    @FunctionalInterface
    public interface Evolve<F, S> {
        @Nullable
        S evolve(@Nullable S state, F fact, Grounds grounds);
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
    public History<RecordedFact, S> history(List<RecordedFact> stream, long knownAt) {
        return told(lineages(stream).asKnownAt(knownAt));
    }

    /** The entity, all that is recorded counted in. */
    public History<RecordedFact, S> history(List<RecordedFact> stream) {
        return history(stream, Long.MAX_VALUE);
    }

    private History<RecordedFact, S> told(List<EffectiveEntry<RecordedFact>> entries) {
        return History.of(entries, Kind::opens, this::step);
    }

    /** The lineages of a stream. */
    public static Lineages<RecordedFact> lineages(List<RecordedFact> stream) {
        return Lineages.of(stream.stream().map(Kind::entry).toList());
    }

    /** The recorded fact as the timeline sees it. */
    public static Entry<RecordedFact> entry(RecordedFact recorded) {
        if (!(recorded.fact() instanceof Corrected corrected)) {
            return new Entry.Fact<>(
                    recorded.position(), recorded.fact().provenance().effectiveOn(), recorded);
        }
        GovernanceFact replacement = corrected.replacement();
        if (replacement == null) return new Entry.Retraction<>(recorded.position(), corrected.fact());
        return new Entry.Replacement<>(
                recorded.position(),
                corrected.fact(),
                replacement.provenance().effectiveOn(),
                new RecordedFact(recorded.position(), replacement, recorded.unmetRules(), recorded.restsOn()));
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
                recorded.restsOn());
        return evolve.evolve(state, facts.cast(recorded.fact()), grounds);
    }
}
