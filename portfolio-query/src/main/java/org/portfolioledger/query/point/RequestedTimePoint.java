package org.portfolioledger.query.point;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;

/**
 * The point that a request asks for.
 *
 * @param asOf null: today
 * @param parameter that states what was known
 * @param viewer who asks
 * @param sight what the viewer may see, for this one request
 * @param namesBoth whether the request named asOf and knownAt itself
 */
public record RequestedTimePoint(
        @Nullable LocalDate asOf, KnownAt knownAt, String parameter, Actor viewer, Sight sight, boolean namesBoth) {

    /** Another point, which a parameter states, for the same viewer. */
    public RequestedTimePoint at(String otherParameter, @Nullable LocalDate otherDay, KnownAt otherKnowledge) {
        return new RequestedTimePoint(otherDay, otherKnowledge, otherParameter, viewer, sight, false);
    }

    /** Whether it asks for what holds and is known now, and so may be followed by a command. */
    public boolean isPresent() {
        return asOf == null && knownAt instanceof KnownAt.Now;
    }
}
