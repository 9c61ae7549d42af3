package org.portfolioledger.query.point;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The point that a request asks for.
 *
 * @param asOf null: today
 * @param namesBoth whether the request named asOf and knownAt itself
 */
public record RequestedTimePoint(@Nullable LocalDate asOf, KnownAt knownAt, boolean namesBoth) {

    /** Whether it asks for what holds and is known now, and so may be followed by a command. */
    public boolean isPresent() {
        return asOf == null && knownAt instanceof KnownAt.Now;
    }
}
