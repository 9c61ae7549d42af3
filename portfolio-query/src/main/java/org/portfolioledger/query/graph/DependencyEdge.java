package org.portfolioledger.query.graph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;

/**
 * One dependency as an edge of the graph: what the graph needs of it, so that tens of thousands are read at once.
 *
 * @param id of the dependency
 * @param giver end that delivers
 * @param receiver end that needs it
 * @param neededBy null: not stated
 * @param promisedFor null: not stated
 */
record DependencyEdge(
        String id,
        DependencyEnd giver,
        DependencyEnd receiver,
        Importance importance,
        DependencyStatus status,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate promisedFor) {

    /** What a select takes of the state of a row {@code r}. */
    static final String COLUMNS = """
            r.id, r.state #>> '{giver,value,initiative}' as giver, r.state #>> '{giver,value,description}' as giving,
            r.state #>> '{receiver,value,initiative}' as receiver, r.state #>> '{receiver,value,description}' as receiving,
            r.state #>> '{importance,value}' as importance, r.state #>> '{status,value}' as status,
            r.state #>> '{neededBy,value}' as needed, r.state #>> '{promisedFor,value}' as promised""";

    /**
     * A step on a way from giver to receiver.
     *
     * @param conflict whether it is promised for later than it is needed
     */
    @SchemaName("DependencyStep")
    record Step(String dependency, DependencyEnd giver, DependencyEnd receiver, boolean conflict) {}

    static DependencyEdge of(DependencyState state) {
        return new DependencyEdge(
                state.dependency(),
                state.giver().value(),
                state.receiver().value(),
                state.importance().value(),
                state.status().value(),
                value(state.neededBy()),
                value(state.promisedFor()));
    }

    static DependencyEdge of(ResultSet row) throws SQLException {
        return new DependencyEdge(
                row.getString("id"),
                new DependencyEnd(row.getString("giver"), row.getString("giving")),
                new DependencyEnd(row.getString("receiver"), row.getString("receiving")),
                Importance.valueOf(row.getString("importance")),
                DependencyStatus.valueOf(row.getString("status")),
                day(row.getString("needed")),
                day(row.getString("promised")));
    }

    boolean isWithdrawn() {
        return status == DependencyStatus.WITHDRAWN;
    }

    /** Whether it is still to be met: then a slip of the giver passes on. */
    boolean isOutstanding() {
        return !DependencyState.isOver(status);
    }

    /** Whether it is promised for later than it is needed. */
    boolean isConflict() {
        return DependencyState.isConflict(status, neededBy, promisedFor);
    }

    /** When it can be met at the earliest: not before today, if it was promised for an earlier day; null: nobody knows. */
    @Nullable
    LocalDate expected(LocalDate asOf) {
        return promisedFor == null || promisedFor.isAfter(asOf) ? promisedFor : asOf;
    }

    /** How many days of a slip it absorbs: those between when it can be met and when it is needed; without a date none. */
    long absorbs(LocalDate asOf) {
        LocalDate expected = expected(asOf);
        return expected == null || neededBy == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(expected, neededBy));
    }

    Step step() {
        return new Step(id, giver, receiver, isConflict());
    }

    private static @Nullable LocalDate value(@Nullable Grounded<LocalDate> day) {
        return day == null ? null : day.value();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
