package org.portfolioledger.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The schema of an answer, read off an example of it. A member whose name begins with a small letter, or a dollar as in
 * JSON Schema, is a word of the API; any other is a key that the answer is full of, such as an id or a role, and stands
 * for all like it.
 */
final class Shape {

    /** What an answer says of the point for which it holds, and how a list goes on. */
    private static final Set<String> ALWAYS = Set.of("asOf", "knownAt", "position", "items", "next");

    /** What an answer leaves to null where there is nothing. */
    private static final Set<String> MAYBE = Set.of(
            "next", "to", "sro", "businessCase", "lastOutcome", "assessor", "corrected", "stands", "before", "after");

    private Shape() {}

    static boolean saysNothing(Schema<?> schema) {
        return schema.get$ref() == null && schema.getProperties() == null && schema.getItems() == null;
    }

    static Schema<?> of(JsonNode example) {
        Schema<?> shape = shape(List.of(example));
        List<String> always =
                stream(example.fieldNames()).filter(ALWAYS::contains).toList();
        return always.isEmpty() ? shape : shape.required(always);
    }

    /** The schema that all of some values fit. */
    private static Schema<?> shape(List<JsonNode> values) {
        Schema<?> schema = new Schema<>();
        Set<String> types = new TreeSet<>();
        values.forEach(value -> types.add(type(value)));
        if (types.isEmpty() || types.equals(Set.of("null"))) return schema;
        schema.setTypes(types);
        List<JsonNode> objects = values.stream().filter(JsonNode::isObject).toList();
        if (!objects.isEmpty()) describe(schema, objects);
        List<JsonNode> elements = values.stream()
                .filter(JsonNode::isArray)
                .flatMap(array -> stream(array.elements()))
                .toList();
        if (types.contains("array")) schema.setItems(shape(elements));
        return schema;
    }

    private static void describe(Schema<?> schema, List<JsonNode> objects) {
        Map<String, List<JsonNode>> words = new LinkedHashMap<>();
        List<JsonNode> keyed = new ArrayList<>();
        objects.forEach(object -> object.properties().forEach(member -> {
            if (isWord(member.getKey()))
                words.computeIfAbsent(member.getKey(), _ -> new ArrayList<>()).add(member.getValue());
            else keyed.add(member.getValue());
        }));
        words.forEach((word, values) -> schema.addProperty(word, member(word, values)));
        if (!keyed.isEmpty()) schema.setAdditionalProperties(shape(keyed));
    }

    private static boolean isWord(String name) {
        return Character.isLowerCase(name.charAt(0)) || name.charAt(0) == '$';
    }

    private static Schema<?> member(String word, List<JsonNode> values) {
        Schema<?> schema = shape(values);
        if (schema.getTypes() != null && MAYBE.contains(word)) schema.addType("null");
        return schema;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    private static <T> Stream<T> stream(Iterator<T> each) {
        Iterable<T> all = () -> each;
        return StreamSupport.stream(all.spliterator(), false);
    }
}
