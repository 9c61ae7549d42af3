package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;

/**
 * From where a state is seen.
 *
 * @param asOf the day
 * @param corrected positions of facts that were corrected or retracted, as known then
 * @param referringToRetracted positions of facts that refer to something whose opening was retracted, as known then
 * @param afterClosure positions of facts that refer to what was closed on their day, as known then
 * @param superseded by position of a decision: facts on which it rests that others took the place of for its day, later
 * @param contradicted by position of a decision of a board: what contradicts it, by alert the positions of the facts that do
 */
public record Viewpoint(
        LocalDate asOf,
        Set<Long> corrected,
        Set<Long> referringToRetracted,
        Set<Long> afterClosure,
        Map<Long, Set<Long>> superseded,
        Map<Long, NavigableMap<Alert, NavigableSet<Long>>> contradicted) {

    /** A day, and nothing that happened to what is referred to. */
    public static Viewpoint on(LocalDate day, Set<Long> corrected, Set<Long> referringToRetracted) {
        return new Viewpoint(day, corrected, referringToRetracted, Set.of(), Map.of(), Map.of());
    }

    /** The same on another day. */
    public Viewpoint on(LocalDate day) {
        return new Viewpoint(day, corrected, referringToRetracted, afterClosure, superseded, contradicted);
    }

    /** Positions of the facts that contradict the decision that a fact states; none, where it states none. */
    public List<Long> contradicting(long fact) {
        return contradictions(fact).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** What contradicts the decision that a fact states, by alert; nothing, where it states none. */
    public NavigableMap<Alert, NavigableSet<Long>> contradictions(long fact) {
        return contradicted.getOrDefault(fact, Collections.emptyNavigableMap());
    }
}
