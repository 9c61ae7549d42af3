package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.SortedSet;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Viewpoint;

/**
 * An entity as an answer shows it.
 *
 * @param state what it was
 * @param alerts what should not be overlooked
 */
@SchemaName("%sView")
public record EntityView<S>(@JsonUnwrapped S state, SortedSet<Alert> alerts) {

    /** The entity with the alerts that its own state gives. */
    public static <S> EntityView<S> of(S state, Viewpoint seen) {
        return new EntityView<>(state, Alert.of(state, seen));
    }
}
