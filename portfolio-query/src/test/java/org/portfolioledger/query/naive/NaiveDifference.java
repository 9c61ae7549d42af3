package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two states, or two timelines, value by value. */
final class NaiveDifference {

    private NaiveDifference() {}

    /** A value before and after; null: it was not there. */
    record Change(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        ObjectNode shown() {
            ObjectNode shown = Words.JSON.createObjectNode().put("path", path);
            shown.set("before", before == null ? Words.JSON.nullNode() : before);
            shown.set("after", after == null ? Words.JSON.nullNode() : after);
            return shown;
        }
    }

    static List<Change> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Change> changes) {
        if (Objects.equals(before, after)) return;
        if (before == null || after == null || isOne(before) || isOne(after) || before.isArray() != after.isArray()) {
            changes.add(new Change(path.isEmpty() ? "/" : path, before, after));
            return;
        }
        SortedSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (int n = 0; n < Math.max(before.size(), after.size()) && before.isArray(); n++) names.add("" + n);
        for (String name : names) compare(path + "/" + name, part(before, name), part(after, name), changes);
    }

    /** Whether it is one value: a text or a number, or one with its grounds. */
    private static boolean isOne(JsonNode tree) {
        return !tree.isContainer() || tree.has("fact");
    }

    private static @Nullable JsonNode part(JsonNode tree, String name) {
        return tree.isArray() ? tree.get(Integer.parseInt(name)) : tree.get(name);
    }

    /** The changes from one timeline of an entity to another, through days. */
    static ArrayNode between(String kind, String id, NaiveFold before, NaiveFold after, @Nullable LocalDate notOn) {
        SortedSet<LocalDate> days = new TreeSet<>(before.days(kind, id));
        days.addAll(after.days(kind, id));
        List<ObjectNode> all = new ArrayList<>();
        Map<Change, ObjectNode> running = Map.of();
        for (LocalDate day : days) {
            Map<Change, ObjectNode> now = new LinkedHashMap<>();
            for (Change change : between(on(before, kind, id, day), on(after, kind, id, day))) {
                ObjectNode shown = running.get(change);
                if (shown == null) {
                    shown = change.shown().put("from", day.toString()).putNull("to");
                    all.add(shown);
                }
                now.put(change, shown);
            }
            running.forEach((change, shown) -> {
                if (!now.containsKey(change)) shown.put("to", day.toString());
            });
            running = now;
        }
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (ObjectNode shown : all) if (notOn == null || !isOn(shown, notOn)) wanted.add(shown);
        return wanted;
    }

    private static boolean isOn(ObjectNode shown, LocalDate day) {
        return shown.get("from").asString().compareTo(day.toString()) <= 0
                && (shown.get("to").isNull() || shown.get("to").asString().compareTo(day.toString()) > 0);
    }

    static @Nullable JsonNode on(NaiveFold fold, String kind, String id, LocalDate day) {
        return fold.state(kind, id, day).orElse(null);
    }
}
