package org.portfolioledger.command.sheet;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts members into a body by JSON pointer, and makes what is above them. */
final class BodyBuilder {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode body = JSON.objectNode();

    ObjectNode body() {
        return body;
    }

    /** The steps of a JSON pointer. */
    static List<String> steps(String pointer) {
        return Stream.of(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** Puts a member; the elements of a list are put in their order. */
    void put(List<String> steps, JsonNode value) {
        JsonNode at = body;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            JsonNode below = last ? value : isIndex(steps.get(i + 1)) ? JSON.arrayNode() : JSON.objectNode();
            at = into(at, steps.get(i), below, last);
        }
    }

    private static JsonNode into(JsonNode at, String step, JsonNode below, boolean last) {
        if (at instanceof ArrayNode list) {
            int index = isIndex(step) ? Integer.parseInt(step) : list.size();
            if (index < list.size() && !last) return list.get(index);
            list.add(below);
            return below;
        }
        if (!(at instanceof ObjectNode object)) return at;
        JsonNode there = object.get(step);
        if (there != null && there.isContainer() && !last) return there;
        object.set(step, below);
        return below;
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty() && step.length() <= 3 && step.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
