package org.portfolioledger.query.answer;

import org.portfolioledger.query.point.Point;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in an answer of which entities more is on record than its rows hold. It names all of the registers in question,
 * since what such an entity would change, a list, a count or a graph, only the facts could tell that were not folded.
 */
final class Stale {

    private static final String MEMBER = "stale";

    private Stale() {}

    static void tell(Point point, ObjectNode body) {
        if (point.rows().stale().isEmpty()) return;
        ArrayNode stale = body.putArray(MEMBER);
        point.rows()
                .stale()
                .forEach(entity -> stale.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", entity.kind())
                        .put("id", entity.id())
                        .put("fact", entity.fact())));
    }
}
