package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An entity as known at one point: what its lineages say, and the timeline that they fold to.
 *
 * @param sayings in the order in which they are folded
 */
public record History<F, S>(
        List<Saying<F>> sayings, Timeline<S> timeline, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {

    /** Position of what has been decided but not yet recorded. */
    public static final long UNRECORDED = Long.MAX_VALUE;

    /** Folds sayings that are already in order. */
    public static <F, S> History<F, S> of(List<Saying<F>> sayings, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {
        return new History<>(List.copyOf(sayings), Timeline.fold(sayings, opens, evolve), opens, evolve);
    }

    /** Whether anything that counts opens the entity. */
    public boolean isOpened() {
        return sayings.stream().anyMatch(saying -> opens.test(saying.says()));
    }

    /** The same without the lineage that began at {@code place}. */
    public History<F, S> without(long place) {
        return of(sayings.stream().filter(saying -> saying.place() != place).toList(), opens, evolve);
    }

    /** The same with one saying more, in its place. */
    public History<F, S> with(Saying<F> saying) {
        List<Saying<F>> more = new ArrayList<>(sayings);
        more.add(saying);
        more.sort(
                Comparator.<Saying<F>, LocalDate>comparing(Saying::effectiveOn).thenComparingLong(Saying::place));
        return of(more, opens, evolve);
    }

    /** The same with a fact that is not recorded yet: it comes after all others of its date. */
    public History<F, S> with(LocalDate effectiveOn, F fact) {
        return with(new Saying<>(UNRECORDED, UNRECORDED, effectiveOn, fact));
    }
}
