package org.portfolioledger.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Lineages;
import org.portfolioledger.timeline.Saying;

/**
 * A kind of entity: one stream each, folded to one timeline.
 *
 * @param name prefix of its streams, as {@code initiative} in {@code initiative-PG-DRM}
 * @param facts the sealed family of its facts
 * @param evolve the state after a fact; null where nothing holds
 */
public record Kind<F extends PortfolioEvent, S>(String name, Class<F> facts, Evolve<F, S> evolve) {

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
    public History<Recorded, S> history(List<Recorded> stream, long knownAt) {
        return told(lineages(stream).asKnownAt(knownAt));
    }

    /** The entity, all that is recorded counted in. */
    public History<Recorded, S> history(List<Recorded> stream) {
        return history(stream, Long.MAX_VALUE);
    }

    private History<Recorded, S> told(List<Saying<Recorded>> sayings) {
        return History.of(sayings, Kind::opens, this::step);
    }

    /** The lineages of a stream. */
    public static Lineages<Recorded> lineages(List<Recorded> stream) {
        return Lineages.of(stream.stream().map(Kind::entry).toList());
    }

    /** The recorded fact as the timeline sees it. */
    public static Entry<Recorded> entry(Recorded recorded) {
        if (!(recorded.fact() instanceof Corrected corrected)) {
            return new Entry.Fact<>(
                    recorded.position(), recorded.fact().stated().effectiveOn(), recorded);
        }
        PortfolioEvent replacement = corrected.replacement();
        if (replacement == null) return new Entry.Strike<>(recorded.position(), corrected.fact());
        return new Entry.Replacement<>(
                recorded.position(),
                corrected.fact(),
                replacement.stated().effectiveOn(),
                new Recorded(recorded.position(), replacement, recorded.unmetRules(), recorded.restsOn()));
    }

    /** Whether it opens an entity. */
    public static boolean opens(Recorded recorded) {
        return recorded.fact() instanceof Opening;
    }

    private @Nullable S step(@Nullable S state, Saying<Recorded> saying) {
        Recorded recorded = saying.says();
        Grounds grounds = new Grounds(
                saying.position(), saying.place(), recorded.fact().stated(), recorded.unmetRules(), recorded.restsOn());
        return evolve.evolve(state, facts.cast(recorded.fact()), grounds);
    }
}
