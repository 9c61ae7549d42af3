package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.Lineages;

/** Which facts of a stream no longer stand, and what took their place. */
public final class Corrections {

    private Corrections() {}

    /**
     * That a fact no longer stands.
     *
     * @param fact position of the fact
     * @param correctedBy position of the correction that replaced it
     * @param retracted true if it was retracted without a replacement
     */
    public record Correction(long fact, long correctedBy, String reason, boolean retracted) {}

    /** The facts of a stream that no longer stand, all of the stream counted in. */
    public static List<Correction> in(RecordedStream stream) {
        Map<Long, RecordedFact> recorded =
                stream.facts().stream().collect(Collectors.toMap(RecordedFact::position, Function.identity()));
        Lineages<RecordedFact> lineages = stream.lineages();
        List<Correction> corrections = new ArrayList<>();
        for (RecordedFact fact : stream.facts()) {
            List<Entry<RecordedFact>> lineage = lineages.lineageOf(fact.position());
            if (lineage.getFirst().position() == fact.position() && lineage.size() > 1) {
                corrections.addAll(within(lineage, recorded));
            }
        }
        return corrections;
    }

    private static List<Correction> within(List<Entry<RecordedFact>> lineage, Map<Long, RecordedFact> recorded) {
        Set<Long> standing = standing(lineage);
        return lineage.stream()
                .filter(entry -> !standing.contains(entry.position()))
                .map(entry -> correction(entry, lineage, recorded))
                .toList();
    }

    private static Correction correction(
            Entry<RecordedFact> entry, List<Entry<RecordedFact>> lineage, Map<Long, RecordedFact> recorded) {
        Entry<RecordedFact> by = lineage.stream()
                .filter(other ->
                        target(other).filter(t -> t == entry.position()).isPresent())
                .reduce((_, later) -> later)
                .orElse(lineage.getLast());
        RecordedFact recordedBy = recorded.get(by.position());
        Corrected corrected = recordedBy != null && recordedBy.fact() instanceof Corrected one ? one : null;
        return new Correction(
                entry.position(),
                by.position(),
                corrected == null ? "" : corrected.reason(),
                corrected != null && corrected.replacement() == null);
    }

    /** The last member, and whatever stands again because of it. */
    private static Set<Long> standing(List<Entry<RecordedFact>> lineage) {
        Map<Long, Entry<RecordedFact>> byPosition =
                lineage.stream().collect(Collectors.toMap(Entry::position, Function.identity()));
        Set<Long> standing = new HashSet<>();
        Entry<RecordedFact> stands = lineage.getLast();
        while (stands != null && standing.add(stands.position())) {
            stands = stands instanceof Entry.Retraction<RecordedFact> retraction
                    ? target(byPosition.get(retraction.corrects()))
                            .map(byPosition::get)
                            .orElse(null)
                    : null;
        }
        return standing;
    }

    private static Optional<Long> target(@org.jspecify.annotations.Nullable Entry<RecordedFact> entry) {
        return switch (entry) {
            case Entry.Replacement<RecordedFact> replacement -> Optional.of(replacement.corrects());
            case Entry.Retraction<RecordedFact> retraction -> Optional.of(retraction.corrects());
            case null -> Optional.empty();
            case Entry.Fact<RecordedFact> _ -> Optional.empty();
        };
    }
}
