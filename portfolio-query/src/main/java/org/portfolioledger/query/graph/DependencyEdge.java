package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Viewpoint;

/**
 * One dependency as an edge of the graph.
 *
 * @param id of the dependency
 * @param giver end that delivers
 * @param receiver end that needs it
 * @param conflict whether it is promised for later than it is needed
 * @param state of the dependency
 */
record DependencyEdge(
        String id,
        DependencyEnd giver,
        DependencyEnd receiver,
        Grounded<DependencyType> type,
        Grounded<Importance> importance,
        Grounded<DependencyStatus> status,
        @Nullable Grounded<LocalDate> neededBy,
        @Nullable Grounded<LocalDate> promisedFor,
        boolean conflict,
        @JsonIgnore DependencyState state) {

    /** A step on a way from giver to receiver. */
    @SchemaName("DependencyStep")
    record Step(String dependency, DependencyEnd giver, DependencyEnd receiver) {}

    static DependencyEdge of(DependencyState state) {
        return new DependencyEdge(
                state.dependency(),
                state.giver().value(),
                state.receiver().value(),
                state.type(),
                state.importance(),
                state.status(),
                state.neededBy(),
                state.promisedFor(),
                state.isConflict(),
                state);
    }

    boolean withdrawn() {
        return state.isWithdrawn();
    }

    /**
     * An edge as it is shown.
     *
     * @param alerts what should not be overlooked
     */
    @SchemaName("DependencyEdgeView")
    record Shown(@JsonUnwrapped DependencyEdge edge, SortedSet<Alert> alerts) {}

    Shown shown(Viewpoint seen) {
        return new Shown(this, Alert.of(state, seen));
    }

    Step step() {
        return new Step(id, giver, receiver);
    }
}
