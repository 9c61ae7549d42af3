package org.portfolioledger.query.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;

/**
 * An entity with facts that its rows do not include yet. An answer lists every blocked entity of its registers, because any
 * of them might have changed it.
 *
 * @param kind of the entity
 * @param id of the entity
 * @param fact position of the first fact that its rows do not hold
 */
record Blocked(String kind, String id, long fact) {

    /** Those at a point; null if there are none. */
    static @Nullable List<Blocked> at(TimePoint point) {
        if (point.rows().blocked().isEmpty()) return null;
        return point.rows().blocked().stream()
                .map(entity -> {
                    EntityName name = EntityName.ofStream(entity.stream());
                    return new Blocked(name.kind(), name.id(), entity.fact());
                })
                .toList();
    }
}
