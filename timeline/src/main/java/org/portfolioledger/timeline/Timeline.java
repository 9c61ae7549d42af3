package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What held when: segments in order of time, none overlapping, adjacent equal ones joined, ranges without a state left
 * out.
 */
public record Timeline<S>(List<Segment<S>> segments) {

    /** One step of a fold. Must be a pure function: no clock, no chance, no other table. */
    @FunctionalInterface
    public interface Evolve<F, S> {
        /** The state after {@code entry}; null where nothing holds any more. */
        @Nullable
        S evolve(@Nullable S state, EffectiveEntry<F> entry);
    }

    public Timeline {
        segments = List.copyOf(segments);
    }

    /** The state on a day. */
    public Optional<S> on(LocalDate day) {
        int first = endingBy(day);
        return first < segments.size() && segments.get(first).holdsOn(day)
                ? Optional.of(segments.get(first).state())
                : Optional.empty();
    }

    /** The state of the last segment: what holds once everything stated so far has come about. */
    public Optional<S> last() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.getLast().state());
    }

    /** The segments of which at least one day lies on or after {@code day}. */
    public List<Segment<S>> endingAfter(LocalDate day) {
        return segments.subList(endingBy(day), segments.size());
    }

    /** How many of the first segments are the very same in another timeline: those that were not folded anew for it. */
    @SuppressWarnings("ReferenceEquality")
    public int sharedWith(Timeline<S> other) {
        int many = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < many; i++) if (segments.get(i) != other.segments.get(i)) return i;
        return many;
    }

    /** What holds on a day and later, and what ends on it, which may go on again. */
    Timeline<S> end(LocalDate day) {
        return new Timeline<>(endingAfter(day.minusDays(1)));
    }

    /** What holds before a day. */
    Timeline<S> until(LocalDate day) {
        int whole = endingBy(day);
        if (whole == segments.size() || !segments.get(whole).from().isBefore(day))
            return new Timeline<>(segments.subList(0, whole));
        List<Segment<S>> cut = new ArrayList<>(segments.subList(0, whole + 1));
        cut.set(whole, new Segment<>(cut.get(whole).from(), day, cut.get(whole).state()));
        return new Timeline<>(cut);
    }

    /**
     * With what holds from a day on.
     *
     * @param day which has all that is here behind it
     * @param entries in order, those before the day too
     * @param states after each entry
     */
    <F> Timeline<S> then(LocalDate day, List<EffectiveEntry<F>> entries, List<@Nullable S> states) {
        List<Segment<S>> more = new ArrayList<>(segments);
        for (int i = firstOn(day, entries); i < entries.size(); i++) {
            LocalDate from = entries.get(i).effectiveOn();
            LocalDate next = i + 1 < entries.size() ? entries.get(i + 1).effectiveOn() : null;
            S state = states.get(i);
            if (!from.equals(next) && state != null) append(more, new Segment<>(from, next, state));
        }
        return new Timeline<>(more);
    }

    /** How many segments end on or before a day. */
    private int endingBy(LocalDate day) {
        return firstOf(segments.size(), i -> {
            LocalDate to = segments.get(i).to();
            return to == null || to.isAfter(day);
        });
    }

    /** How many entries come before a day. */
    static <F> int firstOn(LocalDate day, List<EffectiveEntry<F>> entries) {
        return firstOf(entries.size(), i -> !entries.get(i).effectiveOn().isBefore(day));
    }

    /** The first of so many indexes that is true, where all after it are; how many there are if none is. */
    private static int firstOf(int size, IntPredicate truth) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (truth.test(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static <S> void append(List<Segment<S>> segments, Segment<S> next) {
        Segment<S> last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && next.from().equals(last.to()) && next.state().equals(last.state())) {
            segments.set(segments.size() - 1, new Segment<>(last.from(), next.to(), last.state()));
        } else {
            segments.add(next);
        }
    }
}
