package org.portfolioledger.query.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;

/**
 * A dependency that is promised for later than it is needed.
 *
 * @param dependency id
 */
record ConflictOfInitiative(
        String dependency,
        Grounded<DependencyEnd> giver,
        Grounded<DependencyEnd> receiver,
        Grounded<Importance> importance,
        @Nullable Grounded<LocalDate> neededBy,
        @Nullable Grounded<LocalDate> promisedFor) {

    static ConflictOfInitiative of(DependencyState conflict) {
        return new ConflictOfInitiative(
                conflict.dependency(),
                conflict.giver(),
                conflict.receiver(),
                conflict.importance(),
                conflict.neededBy(),
                conflict.promisedFor());
    }

    /** Whether an initiative gives or receives it. */
    static boolean isEnd(DependencyState dependency, String initiative) {
        return initiative.equals(dependency.giver().value().initiative())
                || initiative.equals(dependency.receiver().value().initiative());
    }
}
