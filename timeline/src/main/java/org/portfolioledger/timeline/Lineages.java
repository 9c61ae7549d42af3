package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lineages of one stream: each a fact with all corrections of it, of its corrections, and so on.
 *
 * <p>What an entry says never depends on when one looks: a replacement says its own words, a strike of a plain fact
 * says nothing, a strike of a correction says what that correction's target said.
 */
public final class Lineages<F> {

    private static final Comparator<Saying<?>> ORDER =
            Comparator.<Saying<?>, LocalDate>comparing(Saying::effectiveOn).thenComparingLong(Saying::place);

    private final Map<Long, Entry<F>> entries = new HashMap<>();
    private final Map<Long, Long> places = new HashMap<>();
    private final Map<Long, List<Entry<F>>> lineages = new TreeMap<>();

    private Lineages(List<Entry<F>> stream) {
        for (Entry<F> entry : stream) {
            long place = switch (entry) {
                case Entry.Fact<F> fact -> fact.position();
                case Entry.Replacement<F> replacement -> placeOf(replacement.corrects());
                case Entry.Strike<F> strike -> placeOf(strike.corrects());
            };
            entries.put(entry.position(), entry);
            places.put(entry.position(), place);
            lineages.computeIfAbsent(place, _ -> new ArrayList<>()).add(entry);
        }
    }

    /**
     * Sorts a stream into its lineages.
     *
     * @param stream the stream's entries by rising position
     * @throws IllegalArgumentException if an entry corrects a position that the stream does not hold before it
     */
    public static <F> Lineages<F> of(List<Entry<F>> stream) {
        return new Lineages<>(stream);
    }

    /** What the lineages say as known at {@code position}, in the order in which they are folded. */
    public List<Saying<F>> asKnownAt(long position) {
        List<Saying<F>> sayings = new ArrayList<>();
        for (long place : lineages.keySet()) {
            lastMember(place, position).flatMap(this::whatIsSaidBy).ifPresent(sayings::add);
        }
        sayings.sort(ORDER);
        return List.copyOf(sayings);
    }

    /** The lineage to which an entry belongs, by rising position; empty if the stream does not hold the entry. */
    public List<Entry<F>> lineageOf(long position) {
        Long place = places.get(position);
        return place == null ? List.of() : List.copyOf(lineages.getOrDefault(place, List.of()));
    }

    /** What one entry says, whatever came after it. */
    public Optional<Saying<F>> whatIsSaidBy(Entry<F> entry) {
        return switch (entry) {
            case Entry.Fact<F> fact ->
                Optional.of(new Saying<>(fact.position(), fact.position(), fact.effectiveOn(), fact.says()));
            case Entry.Replacement<F> replacement ->
                Optional.of(new Saying<>(
                        placeOf(replacement.position()),
                        replacement.position(),
                        replacement.effectiveOn(),
                        replacement.says()));
            case Entry.Strike<F> strike -> whatStandsAgainAfter(strike);
        };
    }

    private Optional<Saying<F>> whatStandsAgainAfter(Entry.Strike<F> strike) {
        return switch (entry(strike.corrects())) {
            case Entry.Fact<F> _ -> Optional.empty();
            case Entry.Replacement<F> replacement -> whatIsSaidBy(entry(replacement.corrects()));
            case Entry.Strike<F> struck -> whatIsSaidBy(entry(struck.corrects()));
        };
    }

    private Optional<Entry<F>> lastMember(long place, long knownAt) {
        Entry<F> last = null;
        for (Entry<F> member : lineages.getOrDefault(place, List.of())) {
            if (member.position() <= knownAt) last = member;
        }
        return Optional.ofNullable(last);
    }

    private long placeOf(long position) {
        Long place = places.get(position);
        if (place == null) throw new IllegalArgumentException("no entry at position " + position + " in this stream");
        return place;
    }

    private Entry<F> entry(long position) {
        Entry<F> entry = entries.get(position);
        if (entry == null) throw new IllegalArgumentException("no entry at position " + position + " in this stream");
        return entry;
    }
}
