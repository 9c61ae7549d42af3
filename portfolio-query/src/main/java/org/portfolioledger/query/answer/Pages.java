package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ReadRequest.Order;
import org.portfolioledger.query.point.TimePoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages of lists, each with the cursor by which the list goes on. */
public final class Pages {

    private Pages() {}

    /**
     * One page.
     *
     * @param after sort keys of its last item; null if nothing comes after it
     */
    public static ObjectNode page(
            ReadRequest request, TimePoint point, List<ObjectNode> items, @Nullable List<String> after) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("items");
        items.forEach(array::add);
        if (after == null) body.putNull("next");
        else body.put("next", cursor(request, point, after).write());
        return body;
    }

    /** The page that was asked for of a list that is read whole: at one point it is the same for every page. */
    public static ObjectNode cut(ReadRequest request, TimePoint point, List<ObjectNode> all) {
        List<ObjectNode> ordered = new ArrayList<>(all);
        if (!request.page().order().isEmpty())
            ordered.sort(comparator(request.page().order()));
        int start = (int) Math.min(ordered.size(), request.page().afterNumber());
        int end = Math.min(ordered.size(), start + request.page().limit());
        return page(
                request,
                point,
                ordered.subList(start, end),
                end < ordered.size() ? List.of(String.valueOf(end)) : null);
    }

    private static Cursor cursor(ReadRequest request, TimePoint point, List<String> after) {
        String asOf = request.form().takesAsOf() ? point.asOf().toString() : null;
        return new Cursor(asOf, point.knownAt(), after, request.page().belongsTo());
    }

    private static Comparator<ObjectNode> comparator(List<Order> order) {
        return order.stream()
                .map(part -> {
                    Comparator<ObjectNode> by = Comparator.comparing(text(part.member()));
                    return part.descending() ? by.reversed() : by;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Function<ObjectNode, String> text(String member) {
        return item -> {
            JsonNode node = item.path(member);
            JsonNode value = Rendering.isGrounded(node) ? node.get("value") : node;
            return value.isValueNode() ? value.asString() : "";
        };
    }
}
