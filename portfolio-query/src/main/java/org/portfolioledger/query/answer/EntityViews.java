package org.portfolioledger.query.answer;

import java.util.List;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Viewpoint;

/**
 * How the entities of a kind are shown where their own state and the alerts that it gives are not all. A bean for each
 * such kind; the others need none.
 *
 * @param <L> an element of the list
 * @param <I> an item
 */
public interface EntityViews<S, L extends Record, I extends Record> {

    Kind<?, S> kind();

    /** Some entities, in their order. */
    Viewed<List<L>> list(TimePoint point, List<S> states);

    /** One entity. */
    Viewed<I> item(TimePoint point, S state);

    /** Whether facts of other streams may change what is shown of one, whatever it refers to. */
    default boolean areFedByOthers() {
        return true;
    }

    /**
     * What is shown.
     *
     * @param seen from where
     */
    record Viewed<V>(V shown, Viewpoint seen) {}
}
