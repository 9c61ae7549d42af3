package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        return segments.stream()
                .filter(segment -> segment.holdsOn(day))
                .findFirst()
                .map(Segment::state);
    }

    /** The state of the last segment: what holds once everything stated so far has come about. */
    public Optional<S> last() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.getLast().state());
    }

    /** The segments of which at least one day lies on or after {@code day}. */
    public List<Segment<S>> endingAfter(LocalDate day) {
        return segments.stream()
                .filter(segment -> segment.to() == null || segment.to().isAfter(day))
                .toList();
    }

    /**
     * Folds what the lineages say into segments.
     *
     * <p>Papers state approvals of things that they describe only later. So what the opening says reaches back to the
     * earliest date of all; at its own date it is said again.
     *
     * @param entries in the order of {@link Lineages#asKnownAt}
     * @param opens whether an entry opens the entity
     */
    public static <F, S> Timeline<S> fold(List<EffectiveEntry<F>> entries, Predicate<F> opens, Evolve<F, S> evolve) {
        if (entries.isEmpty()) return new Timeline<>(List.of());
        List<Segment<S>> segments = new ArrayList<>();
        S state = reachBack(entries, opens, evolve);
        for (int i = 0; i < entries.size(); i++) {
            EffectiveEntry<F> entry = entries.get(i);
            state = evolve.evolve(state, entry);
            LocalDate next = i + 1 < entries.size() ? entries.get(i + 1).effectiveOn() : null;
            boolean emptyRange = entry.effectiveOn().equals(next);
            if (!emptyRange && state != null) append(segments, new Segment<>(entry.effectiveOn(), next, state));
        }
        return new Timeline<>(segments);
    }

    private static <F, S> @Nullable S reachBack(
            List<EffectiveEntry<F>> entries, Predicate<F> opens, Evolve<F, S> evolve) {
        if (opens.test(entries.getFirst().content())) return null;
        return entries.stream()
                .filter(entry -> opens.test(entry.content()))
                .findFirst()
                .map(opening -> evolve.evolve(null, opening))
                .orElse(null);
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
