package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What one fact changed of an entity: for which days, at which path, from what to what. */
public final class Difference {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private Difference() {}

    /**
     * What held through a range of days, as JSON.
     *
     * @param to first day on which it no longer held; null: without end
     */
    public record Held(LocalDate from, @Nullable LocalDate to, JsonNode state) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** One value before and after. */
    private record Change(String path, JsonNode before, JsonNode after) {}

    /** The changes from one list of segments to another; the same change of neighbouring ranges is told once. */
    public static ArrayNode between(List<Held> before, List<Held> after) {
        List<LocalDate> days = boundaries(before, after);
        TreeMap<String, ObjectNode> running = new TreeMap<>();
        List<ObjectNode> told = new ArrayList<>();
        for (int n = 0; n < days.size(); n++) {
            LocalDate day = days.get(n);
            TreeMap<String, ObjectNode> now = new TreeMap<>();
            for (Change change : changes(on(before, day), on(after, day))) {
                String same = change.toString();
                ObjectNode going = running.get(same);
                ObjectNode page = going == null ? page(day, change) : going;
                if (going == null) told.add(page);
                if (n + 1 < days.size()) page.put("to", days.get(n + 1).toString());
                else page.putNull("to");
                now.put(same, page);
            }
            running = now;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        told.forEach(all::add);
        return all;
    }

    private static ObjectNode page(LocalDate from, Change change) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("path", change.path().isEmpty() ? "/" : change.path());
        page.put("from", from.toString());
        page.putNull("to");
        page.set("before", shown(change.before()));
        page.set("after", shown(change.after()));
        return page;
    }

    /** The changes from one state to another, whatever the days. */
    public static ArrayNode between(JsonNode before, JsonNode after) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Change change : changes(before, after)) {
            ObjectNode page = all.addObject();
            page.put("path", change.path().isEmpty() ? "/" : change.path());
            page.set("before", shown(change.before()));
            page.set("after", shown(change.after()));
        }
        return all;
    }

    private static JsonNode shown(JsonNode value) {
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) return;
        boolean descend = before.isContainer()
                && after.isContainer()
                && before.isArray() == after.isArray()
                && !Rendering.isGrounded(before)
                && !Rendering.isGrounded(after);
        if (!descend) {
            changes.add(new Change(path, before, after));
        } else if (before.isArray()) {
            for (int n = 0; n < Math.max(before.size(), after.size()); n++)
                compare(path + "/" + n, before.path(n), after.path(n), changes);
        } else {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) compare(path + "/" + name, before.path(name), after.path(name), changes);
        }
    }

    private static JsonNode on(List<Held> segments, LocalDate day) {
        return segments.stream()
                .filter(held -> held.holdsOn(day))
                .findFirst()
                .map(Held::state)
                .orElse(NOTHING);
    }

    private static List<LocalDate> boundaries(List<Held> before, List<Held> after) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (List<Held> segments : List.of(before, after)) {
            segments.forEach(held -> days.add(held.from()));
            segments.stream().map(Held::to).filter(Objects::nonNull).forEach(days::add);
        }
        return List.copyOf(days);
    }
}
