package org.portfolioledger.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A range of days through which one state held.
 *
 * @param from first day
 * @param to first day on which it no longer held; null if it has no end
 * @param state what held
 */
public record Segment<S>(LocalDate from, @Nullable LocalDate to, S state) {

    /** Whether the state held on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
