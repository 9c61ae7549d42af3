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
 * <p>What an entry says never depends on when one looks: a replacement says its own words, a retraction of a plain fact
 * says nothing, a retraction of a correction says what that correction's target said.
 */
public final class Lineages<F> {

    private static final Comparator<EffectiveEntry<?>> ORDER = Comparator.<EffectiveEntry<?>, LocalDate>comparing(
                    EffectiveEntry::effectiveOn)
            .thenComparingLong(EffectiveEntry::origin);

    private final Map<Long, Entry<F>> entries = new HashMap<>();
    private final Map<Long, Long> places = new HashMap<>();
    private final Map<Long, List<Entry<F>>> lineages = new TreeMap<>();

    private Lineages(List<Entry<F>> stream) {
        for (Entry<F> entry : stream) {
            long place = switch (entry) {
                case Entry.Fact<F> fact -> fact.position();
                case Entry.Replacement<F> replacement -> placeOf(replacement.corrects());
                case Entry.Retraction<F> retraction -> placeOf(retraction.corrects());
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
    public List<EffectiveEntry<F>> asKnownAt(long position) {
        List<EffectiveEntry<F>> entries = new ArrayList<>();
        for (long place : lineages.keySet()) {
            lastMember(place, position).flatMap(this::whatIsSaidBy).ifPresent(entries::add);
        }
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    /** The lineage to which an entry belongs, by rising position; empty if the stream does not hold the entry. */
    public List<Entry<F>> lineageOf(long position) {
        Long place = places.get(position);
        return place == null ? List.of() : List.copyOf(lineages.getOrDefault(place, List.of()));
    }

    /** What one entry says, whatever came after it. */
    public Optional<EffectiveEntry<F>> whatIsSaidBy(Entry<F> entry) {
        return switch (entry) {
            case Entry.Fact<F> fact ->
                Optional.of(new EffectiveEntry<>(fact.position(), fact.position(), fact.effectiveOn(), fact.content()));
            case Entry.Replacement<F> replacement ->
                Optional.of(new EffectiveEntry<>(
                        placeOf(replacement.position()),
                        replacement.position(),
                        replacement.effectiveOn(),
                        replacement.content()));
            case Entry.Retraction<F> retraction -> whatStandsAgainAfter(retraction);
        };
    }

    private Optional<EffectiveEntry<F>> whatStandsAgainAfter(Entry.Retraction<F> retraction) {
        return switch (entry(retraction.corrects())) {
            case Entry.Fact<F> _ -> Optional.empty();
            case Entry.Replacement<F> replacement -> whatIsSaidBy(entry(replacement.corrects()));
            case Entry.Retraction<F> retracted -> whatIsSaidBy(entry(retracted.corrects()));
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
