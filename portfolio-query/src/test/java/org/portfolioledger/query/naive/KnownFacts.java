package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.Corrected;

/** The facts that are known at some point, and what is left of them and their corrections. */
final class KnownFacts {

    private final Map<Long, Noted> known = new TreeMap<>();
    private final Map<String, List<Noted>> streams = new TreeMap<>();
    /** By the position of each fact: the first of its lineage, its corrections and theirs. */
    private final Map<Long, List<Noted>> lineages = new HashMap<>();

    private final Map<String, List<Words>> words = new HashMap<>();

    KnownFacts(Collection<Noted> facts) {
        for (Noted fact : facts) {
            known.put(fact.position(), fact);
            streams.computeIfAbsent(fact.stream(), _ -> new ArrayList<>()).add(fact);
            List<Noted> lineage = fact.corrects() == 0 ? new ArrayList<>() : lineage(corrected(fact));
            lineage.add(fact);
            lineages.put(fact.position(), lineage);
        }
    }

    /** Those of a stream up to a position. */
    KnownFacts of(String stream, long position) {
        return new KnownFacts(stream(stream).stream()
                .filter(fact -> fact.position() <= position)
                .toList());
    }

    Collection<Noted> all() {
        return known.values();
    }

    @Nullable
    Noted at(long position) {
        return known.get(position);
    }

    List<Noted> stream(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    /** Ids of the entities of a kind, sorted. */
    List<String> ids(String kind) {
        return streams.keySet().stream()
                .filter(stream -> stream.startsWith(kind + "-"))
                .map(stream -> stream.substring(kind.length() + 1))
                .toList();
    }

    /** What is left of the facts of a stream, in the order in which it is replayed. */
    List<Words> words(String stream) {
        return words.computeIfAbsent(stream, _ -> {
            List<Words> left = new ArrayList<>();
            for (Noted fact : stream(stream)) {
                Words words = fact.corrects() == 0 ? words(fact, lineage(fact).getLast()) : null;
                if (words != null) left.add(words);
            }
            left.sort(Comparator.comparing(Words::from).thenComparingLong(Words::place));
            return left;
        });
    }

    /** A fact, its corrections and theirs, and those of what it corrects, by position. */
    List<Noted> lineage(Noted fact) {
        return Objects.requireNonNull(lineages.get(fact.position()));
    }

    /** The words of the last of a lineage: its own; none, if it retracts a fact; those before, if it retracts a correction. */
    private @Nullable Words words(Noted root, Noted last) {
        if (last.content() != null)
            return new Words(last.content(), last.position(), root.position(), last.unmetRules(), last.restsOn(), null);
        Noted retracted = corrected(last);
        if (retracted.corrects() != 0) return words(root, corrected(retracted));
        // What a board decided stays listed.
        if (!(retracted.fact() instanceof BoardDecision)) return null;
        return new Words(
                retracted.fact(),
                last.position(),
                root.position(),
                retracted.unmetRules(),
                retracted.restsOn(),
                ((Corrected) last.fact()).reason());
    }

    /** The correction by which a fact does not stand any more; null: it stands. */
    @Nullable
    Noted correctionOf(Noted fact) {
        List<Noted> lineage = lineage(fact);
        if (standing(lineage.getLast()).contains(fact.position())) return null;
        Noted by = lineage.getLast();
        for (Noted other : lineage) if (other.corrects() == fact.position()) by = other;
        return by;
    }

    boolean isCorrected(long position) {
        Noted fact = known.get(position);
        return fact != null && correctionOf(fact) != null;
    }

    /** The last of a lineage, and what it lets stand again. */
    private Set<Long> standing(Noted last) {
        Set<Long> standing = new HashSet<>(Set.of(last.position()));
        if (last.content() != null) return standing;
        Noted retracted = corrected(last);
        if (retracted.corrects() != 0) standing.addAll(standing(corrected(retracted)));
        return standing;
    }

    private Noted corrected(Noted correction) {
        return Objects.requireNonNull(known.get(correction.corrects()));
    }
}
