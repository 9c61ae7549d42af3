package org.portfolioledger.query.graph;

import org.portfolioledger.query.answer.Alert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One dependency as an edge of the graph.
 *
 * @param id of the dependency
 * @param giver end that delivers
 * @param receiver end that needs it
 * @param shown the dependency as its item shows it
 */
record DependencyEdge(String id, End giver, End receiver, ObjectNode shown) {

    /**
     * One end: an initiative, or whatever else the source names.
     *
     * @param key its id or its name
     */
    record End(boolean initiative, String key) implements Comparable<End> {

        static End of(JsonNode end) {
            return end.has("initiative")
                    ? new End(true, end.get("initiative").asString())
                    : new End(false, end.path("description").asString(""));
        }

        ObjectNode page() {
            return JsonNodeFactory.instance.objectNode().put(initiative ? "initiative" : "description", key);
        }

        @Override
        public int compareTo(End other) {
            int kinds = Boolean.compare(other.initiative, initiative);
            return kinds != 0 ? kinds : key.compareTo(other.key);
        }
    }

    static DependencyEdge of(ObjectNode shown) {
        return new DependencyEdge(
                shown.path("id").asString(""),
                End.of(shown.path("giver").path("value")),
                End.of(shown.path("receiver").path("value")),
                shown);
    }

    /** Whether it is promised for later than it is needed. */
    boolean isConflict() {
        return Alert.in(shown).contains(Alert.DEPENDENCY_CONFLICT);
    }

    boolean isWithdrawn() {
        return shown.path("status").path("value").asString("").equals("WITHDRAWN");
    }

    ObjectNode page() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("id", id);
        page.set("giver", giver.page());
        page.set("receiver", receiver.page());
        for (String member : new String[] {"type", "importance", "status", "neededBy", "promisedFor"}) {
            if (shown.has(member)) page.set(member, shown.get(member));
        }
        page.put("conflict", isConflict());
        return page;
    }
}
