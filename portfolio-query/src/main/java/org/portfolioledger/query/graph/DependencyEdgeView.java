package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Viewpoint;

/**
 * An edge of the graph as it is shown.
 *
 * @param id of the dependency
 * @param giver end that delivers
 * @param receiver end that needs it
 * @param conflict whether it is promised for later than it is needed
 * @param alerts what should not be overlooked
 */
record DependencyEdgeView(
        String id,
        DependencyEnd giver,
        DependencyEnd receiver,
        Grounded<DependencyType> type,
        Grounded<Importance> importance,
        Grounded<DependencyStatus> status,
        @Nullable Grounded<LocalDate> neededBy,
        @Nullable Grounded<LocalDate> promisedFor,
        boolean conflict,
        NavigableSet<Alert> alerts) {

    static DependencyEdgeView of(DependencyState state, Viewpoint seen) {
        return new DependencyEdgeView(
                state.dependency(),
                state.giver().value(),
                state.receiver().value(),
                state.type(),
                state.importance(),
                state.status(),
                state.neededBy(),
                state.promisedFor(),
                state.isConflict(),
                new TreeSet<>(Alert.of(state, seen)));
    }
}
