package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists that are parts of one entity's state, such as the versions of a case. */
@Component
public final class SubResources {

    /** What a filter calls that which nobody stated. */
    public static final String NOT_STATED = "NOT_STATED";

    private final Responses responses;
    private final Rows rows;

    SubResources(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    /**
     * A list out of an entity's state, empty where it was not known or not in effect then.
     *
     * @param owner the kind that the path names, which must have existed at some time
     * @param holder the kind whose state, under the same id, holds the list
     * @param list takes the list from the rendered state
     */
    public ResponseEntity<byte[]> list(
            ReadRequest request,
            Kind<?, ?> owner,
            String id,
            Kind<?, ?> holder,
            Function<ObjectNode, List<ObjectNode>> list) {
        TimePoint point = responses.point(request, owner, id);
        Found found = rows.one(point, holder.name(), id).orElse(null);
        List<ObjectNode> parts = found == null ? List.of() : list.apply(responses.shown(point, found));
        return responses.list(request, point, holder.stream(id), found, parts);
    }

    /** The members of an object of grounded values, each with its key as id and its value's members beside the grounds. */
    public static List<ObjectNode> keyed(JsonNode object) {
        List<ObjectNode> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties())
            parts.add(flat(member.getKey(), member.getValue()));
        return parts;
    }

    /** The elements of an array of grounded values; the id of each is the position at which it was first said. */
    public static List<ObjectNode> numbered(JsonNode array) {
        List<ObjectNode> parts = new ArrayList<>();
        for (JsonNode element : array) parts.add(flat(Long.toString(Rendering.place(element)), element));
        return parts;
    }

    /** Whether a part's member is what a filter asks for, if it asks. */
    public static boolean has(ObjectNode part, String member, Optional<String> wanted) {
        return wanted.isEmpty() || part.path(member).asString(NOT_STATED).equals(wanted.get());
    }

    /** A grounded value as an item of a list: id, the value's members, the grounds, then what should not be overlooked. */
    public static ObjectNode flat(String id, JsonNode grounded) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("id", id);
        grounded.path("value").forEachEntry(part::set);
        grounded.forEachEntry((name, member) -> {
            if (!name.equals("value")) part.set(name, member);
        });
        part.set(Alert.MEMBER, Alert.names(Alert.of(grounded)));
        return part;
    }

    /** The part with an id; null if there is none. */
    public static @Nullable ObjectNode one(List<ObjectNode> parts, String id) {
        return parts.stream()
                .filter(part -> part.path("id").asString().equals(id))
                .findFirst()
                .orElse(null);
    }
}
