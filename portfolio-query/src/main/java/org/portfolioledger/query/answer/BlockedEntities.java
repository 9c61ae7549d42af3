package org.portfolioledger.query.answer;

import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in an answer of which entities more is on record than its rows hold. It names all of the registers in question,
 * since what such an entity would change, a list, a count or a graph, only the facts could tell that were not folded.
 */
final class BlockedEntities {

    private static final String MEMBER = "blocked";

    private BlockedEntities() {}

    static void tell(TimePoint point, ObjectNode body) {
        if (point.rows().blocked().isEmpty()) return;
        ArrayNode blocked = body.putArray(MEMBER);
        point.rows().blocked().forEach(entity -> {
            EntityName name = EntityName.ofStream(entity.stream());
            blocked.addObject().put("kind", name.kind()).put("id", name.id()).put("fact", entity.fact());
        });
    }
}
