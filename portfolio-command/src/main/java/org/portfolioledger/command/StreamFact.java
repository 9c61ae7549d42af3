package org.portfolioledger.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.timeline.History;

/**
 * A fact that is decided and not yet recorded.
 *
 * @param stream to which it will belong
 * @param unmetRules rules that the decision of it leaves unmet
 * @param restsOn positions of the facts on which the decision of it rests; from {@link History#FIRST_UNRECORDED} on those of
 *     its own unit, in the order in which they were decided
 */
public record StreamFact(String stream, GovernanceFact fact, List<String> unmetRules, Set<Long> restsOn) {

    /** A fact that leaves no rule unmet and rests on nothing. */
    public StreamFact(String stream, GovernanceFact fact) {
        this(stream, fact, List.of(), Set.of());
    }

    /** The same with these rules unmet as well. */
    StreamFact leavingAlso(Collection<String> unmet) {
        List<String> all = Stream.concat(unmetRules.stream(), unmet.stream())
                .distinct()
                .sorted()
                .toList();
        return new StreamFact(stream, fact, all, restsOn);
    }

    /** The same resting on these facts as well. */
    StreamFact restingAlsoOn(Collection<Long> others) {
        Set<Long> all = Stream.concat(restsOn.stream(), others.stream())
                .filter(position -> position != History.UNRECORDED) // itself
                .collect(Collectors.toUnmodifiableSet());
        return new StreamFact(stream, fact, unmetRules, all);
    }
}
