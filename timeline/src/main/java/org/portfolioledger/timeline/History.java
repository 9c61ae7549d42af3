package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An entity as known at one point: what its lineages say, and the timeline that they fold to. With one entry more, only
 * what comes after that entry is folded anew.
 */
public final class History<F, S> {

    /** Position of what has been decided but not yet recorded. */
    public static final long UNRECORDED = Long.MAX_VALUE;

    /** First of the positions of what has been decided before it in the same unit: after all that is recorded. */
    public static final long FIRST_UNRECORDED = Long.MAX_VALUE - Integer.MAX_VALUE;

    /** Whether what stands at a position is on record. */
    public static boolean isRecorded(long position) {
        return position < FIRST_UNRECORDED;
    }

    private static final Comparator<EffectiveEntry<?>> ORDER = Comparator.<EffectiveEntry<?>, LocalDate>comparing(
                    EffectiveEntry::effectiveOn)
            .thenComparingLong(EffectiveEntry::origin);

    private final List<EffectiveEntry<F>> entries;
    private final List<@Nullable S> states;
    private final Timeline<S> timeline;
    private final Predicate<F> opens;
    private final Timeline.Evolve<F, S> evolve;

    /**
     * @param states after each entry
     */
    private History(
            List<EffectiveEntry<F>> entries,
            List<@Nullable S> states,
            Timeline<S> timeline,
            Predicate<F> opens,
            Timeline.Evolve<F, S> evolve) {
        this.entries = entries;
        this.states = states;
        this.timeline = timeline;
        this.opens = opens;
        this.evolve = evolve;
    }

    /**
     * Folds entries that are already in order.
     *
     * <p>Papers state approvals of things that they describe only later. So what the opening says reaches back to the
     * earliest date of all; at its own date it is said again.
     *
     * @param entries in the order of {@link Lineages#asKnownAt}
     * @param opens whether an entry opens the entity
     */
    public static <F, S> History<F, S> of(
            List<EffectiveEntry<F>> entries, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {
        List<EffectiveEntry<F>> kept = List.copyOf(entries);
        List<@Nullable S> states = new ArrayList<>(kept.size());
        fold(reachBack(kept, opens, evolve), kept, states, evolve);
        return new History<>(kept, states, new Timeline<S>(List.of()).then(LocalDate.MIN, kept, states), opens, evolve);
    }

    private static <F, S> @Nullable S reachBack(
            List<EffectiveEntry<F>> entries, Predicate<F> opens, Timeline.Evolve<F, S> evolve) {
        if (entries.isEmpty() || opens.test(entries.getFirst().content())) return null;
        return entries.stream()
                .filter(entry -> opens.test(entry.content()))
                .findFirst()
                .map(opening -> evolve.evolve(null, opening))
                .orElse(null);
    }

    /** Folds the entries whose states are not there yet. */
    private static <F, S> void fold(
            @Nullable S before,
            List<EffectiveEntry<F>> entries,
            List<@Nullable S> states,
            Timeline.Evolve<F, S> evolve) {
        S state = before;
        for (EffectiveEntry<F> entry : entries.subList(states.size(), entries.size())) {
            state = evolve.evolve(state, entry);
            states.add(state);
        }
    }

    /** In the order in which they are folded. */
    public List<EffectiveEntry<F>> entries() {
        return entries;
    }

    /** Those of one day. */
    public List<EffectiveEntry<F>> entriesOn(LocalDate day) {
        return entries.subList(
                Timeline.firstOn(day, entries),
                day.equals(LocalDate.MAX) ? entries.size() : Timeline.firstOn(day.plusDays(1), entries));
    }

    public Timeline<S> timeline() {
        return timeline;
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
        int place = place(entry);
        List<EffectiveEntry<F>> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries.subList(0, place));
        more.add(entry);
        more.addAll(entries.subList(place, entries.size()));
        // What opens the entity, or comes first, may change all that holds.
        if (place == 0 || opens.test(entry.content())) return of(more, opens, evolve);
        List<@Nullable S> after = new ArrayList<>(more.size());
        after.addAll(states.subList(0, place));
        fold(states.get(place - 1), more, after, evolve);
        LocalDate changed = entries.get(place - 1).effectiveOn();
        return new History<>(
                Collections.unmodifiableList(more),
                after,
                timeline.until(changed).then(changed, more, after),
                opens,
                evolve);
    }

    /** Only what is needed to fold entries that {@link #isContinuedBy continue} it: its last day, and what holds from then on. */
    public History<F, S> end() {
        if (entries.isEmpty()) return this;
        LocalDate day = entries.getLast().effectiveOn();
        int first = Timeline.firstOn(day, entries);
        return new History<>(
                List.copyOf(entries.subList(first, entries.size())),
                Collections.unmodifiableList(new ArrayList<>(states.subList(first, states.size()))),
                timeline.end(day),
                opens,
                evolve);
    }

    /** Whether an entry comes after all that is here, and changes nothing before its day. */
    public boolean isContinuedBy(EffectiveEntry<F> entry) {
        return !entries.isEmpty() && place(entry) == entries.size() && !opens.test(entry.content());
    }

    /** Where an entry belongs: after all that come before it, and after those of the same date and origin. */
    private int place(EffectiveEntry<F> entry) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(entries.get(middle), entry) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The same with a fact that is not recorded yet: it comes after all others of its date. */
    public History<F, S> with(LocalDate effectiveOn, F fact) {
        return with(new EffectiveEntry<>(UNRECORDED, UNRECORDED, effectiveOn, fact));
    }
}
