package org.portfolioledger.query.naive;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is compared of an answer: all that comes from facts, with the members of every object in one order. */
final class Compared {

    /** The envelope and the page. */
    private static final Set<String> NOT_COMPARED = Set.of("knownAt", "provisional", "next");

    /** What the ledger adds to a fact when it records it. */
    private static final Set<String> OF_RECORDING =
            Set.of("eventId", "recordedAt", "revision", "actor", "actorKind", "command", "basis", "leafHash");

    private Compared() {}

    static JsonNode of(ObjectNode answer) {
        // Read again, numbers are of one type.
        ObjectNode read = (ObjectNode) Words.JSON.readTree(answer.toString());
        read.remove(NOT_COMPARED);
        for (String point : Set.of("from", "to"))
            if (read.get(point) instanceof ObjectNode asked) asked.remove(NOT_COMPARED);
        for (JsonNode item : read.path("items")) if (item.has("figures")) ((ObjectNode) item).remove(NOT_COMPARED);
        return compared(read);
    }

    private static JsonNode compared(JsonNode tree) {
        if (tree instanceof ArrayNode array) return texts(array.valueStream().map(Compared::compared));
        if (!(tree instanceof ObjectNode object)) return tree;
        if (object.has("leafHash")) object.remove(OF_RECORDING);
        ObjectNode compared = Words.JSON.createObjectNode();
        new TreeMap<>(object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((name, value) -> compared.set(name, compared(name, value)));
        return compared;
    }

    private static JsonNode compared(String name, JsonNode value) {
        // The point of a link is that of the answer.
        if (name.equals("href")) return Words.JSON.valueToTree(value.asString().replaceAll("&knownAt=[^&]*", ""));
        if (!(value instanceof ArrayNode array)) return compared(value);
        return switch (name) {
            case "difference", "recordedForOtherDays" ->
                texts(array.valueStream().map(Compared::compared).sorted(Comparator.comparing(JsonNode::toString)));
            case "alerts" -> texts(array.valueStream().sorted(Comparator.comparing(JsonNode::toString)));
            case "path" -> Words.JSON.valueToTree(isWay(array) ? array.size() : -1);
            default -> compared(value);
        };
    }

    private static JsonNode texts(Stream<JsonNode> elements) {
        ArrayNode array = Words.JSON.createArrayNode();
        elements.forEach(array::add);
        return array;
    }

    /** Whether each step begins where the one before it ends. */
    private static boolean isWay(JsonNode steps) {
        for (int n = 1; n < steps.size(); n++)
            if (!steps.get(n).get("giver").equals(steps.get(n - 1).get("receiver"))) return false;
        return true;
    }
}
