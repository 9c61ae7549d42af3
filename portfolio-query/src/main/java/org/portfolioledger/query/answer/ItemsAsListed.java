package org.portfolioledger.query.answer;

import java.util.List;
import org.portfolioledger.query.point.TimePoint;

/**
 * Entities of a kind of which one is shown as a list shows it.
 *
 * @param <V> an element of the list, and an item
 */
public interface ItemsAsListed<S, V extends Record> extends EntityViews<S, V, V> {

    @Override
    default Viewed<V> item(TimePoint point, S state) {
        Viewed<List<V>> one = list(point, List.of(state));
        return new Viewed<>(one.shown().getFirst(), one.seen());
    }
}
