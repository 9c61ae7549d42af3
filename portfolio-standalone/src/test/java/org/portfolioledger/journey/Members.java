package org.portfolioledger.journey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.journey.ApiDocument.Operation;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documented body of a command, and its members: one of them taken for another or left out. */
final class Members {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final String RAW = "put something else here";

    private Members() {}

    /** The documented example, about what {@link Council} put on record, naming nothing new. */
    static ObjectNode example(Operation post) {
        if (post.path().equals("/people"))
            return (ObjectNode) JSON.readTree("{\"id\": \"p-new\", \"name\": \"N\", \"contact\": \"c\"}");
        String example = JSON.writeValueAsString(post.example())
                .replace("PF-HOUSING", "PF")
                .replace("PG-HOMES", "PG-1")
                .replace("BC-HOMES-SOC", "BC-1")
                .replace("ACME_RAG", "RAG")
                .replace("\"fact\":57", "\"fact\":10");
        ObjectNode body = (ObjectNode) JSON.readTree(example);
        body.remove("id");
        return body;
    }

    static byte[] text(Operation post) {
        return post.takesJson() ? bytes(example(post)) : new byte[0];
    }

    static byte[] bytes(ObjectNode body) {
        return JSON.writeValueAsBytes(body);
    }

    /** Pointers to every member of the example and of the schema. */
    static List<String> of(@Nullable Operation post, ObjectNode body) {
        List<String> pointers = new ArrayList<>();
        if (post != null) for (String name : post.schema().path("properties").propertyNames()) pointers.add("/" + name);
        collect(body, "", pointers);
        return pointers.stream().distinct().toList();
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) pointers.add(pointer);
        if (node.isObject())
            node.properties().forEach(part -> collect(part.getValue(), pointer + "/" + part.getKey(), pointers));
        for (int i = 0; node.isArray() && i < Math.min(1, node.size()); i++)
            collect(node.get(i), pointer + "/" + i, pointers);
    }

    static String replaced(ObjectNode body, String pointer, String raw) {
        ObjectNode copy = body.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) object.put(name, RAW);
        else if (parent instanceof ArrayNode array) array.set(Integer.parseInt(name), RAW);
        return JSON.writeValueAsString(copy).replace("\"" + RAW + "\"", raw);
    }

    static String removed(ObjectNode body, String pointer) {
        ObjectNode copy = body.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) object.remove(name);
        else if (parent instanceof ArrayNode array) array.remove(Integer.parseInt(name));
        return JSON.writeValueAsString(copy);
    }
}
