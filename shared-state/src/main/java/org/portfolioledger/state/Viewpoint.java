package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * From where a state is seen.
 *
 * @param asOf the day
 * @param corrected positions of facts that no longer stand, as known then
 * @param referringToRetracted positions of facts that refer to something whose opening was retracted, as known then
 * @param afterClosure positions of facts that refer to what was closed on their day, as known then
 * @param superseded by position of a decision: facts on which it rests that others took the place of for its day, later
 */
public record Viewpoint(
        LocalDate asOf,
        Set<Long> corrected,
        Set<Long> referringToRetracted,
        Set<Long> afterClosure,
        Map<Long, Set<Long>> superseded) {

    /** A day, and nothing that happened to what is referred to. */
    public static Viewpoint on(LocalDate day, Set<Long> corrected, Set<Long> referringToRetracted) {
        return new Viewpoint(day, corrected, referringToRetracted, Set.of(), Map.of());
    }

    /** The same on another day. */
    public Viewpoint on(LocalDate day) {
        return new Viewpoint(day, corrected, referringToRetracted, afterClosure, superseded);
    }
}
