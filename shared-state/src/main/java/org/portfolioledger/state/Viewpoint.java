package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Set;

/**
 * From where a state is seen.
 *
 * @param asOf the day
 * @param corrected positions of facts that no longer stand, as known then
 * @param referringToRetracted positions of facts that refer to something whose opening was retracted, as known then
 */
public record Viewpoint(LocalDate asOf, Set<Long> corrected, Set<Long> referringToRetracted) {

    /** The same on another day. */
    public Viewpoint on(LocalDate day) {
        return new Viewpoint(day, corrected, referringToRetracted);
    }
}
