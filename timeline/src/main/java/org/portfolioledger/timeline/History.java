package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An entity as known at one point: what its lineages say, and the timeline that they fold to.
 *
 * @param entries in the order in which they are folded
 */
public record History<F, S>(
        List<EffectiveEntry<F>> entries, Timeline<S> timeline, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {

    /** Position of what has been decided but not yet recorded. */
    public static final long UNRECORDED = Long.MAX_VALUE;

    /** Folds entries that are already in order. */
    public static <F, S> History<F, S> of(
            List<EffectiveEntry<F>> entries, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {
        return new History<>(List.copyOf(entries), Timeline.fold(entries, opens, evolve), opens, evolve);
    }

    /** Whether anything that counts opens the entity. */
    public boolean isOpened() {
        return entries.stream().anyMatch(entry -> opens.test(entry.content()));
    }

    /** The same without the lineage that began at {@code place}. */
    public History<F, S> without(long place) {
        return of(entries.stream().filter(entry -> entry.origin() != place).toList(), opens, evolve);
    }

    /** The same with one entry more, in its place. */
    public History<F, S> with(EffectiveEntry<F> entry) {
        List<EffectiveEntry<F>> more = new ArrayList<>(entries);
        more.add(entry);
        more.sort(Comparator.<EffectiveEntry<F>, LocalDate>comparing(EffectiveEntry::effectiveOn)
                .thenComparingLong(EffectiveEntry::origin));
        return of(more, opens, evolve);
    }

    /** The same with a fact that is not recorded yet: it comes after all others of its date. */
    public History<F, S> with(LocalDate effectiveOn, F fact) {
        return with(new EffectiveEntry<>(UNRECORDED, UNRECORDED, effectiveOn, fact));
    }
}
