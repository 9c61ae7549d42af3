package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The dependencies that are not withdrawn on a day, walked step by step. An end is named by its JSON. */
final class NaiveGraph {

    private final List<ObjectNode> edges = new ArrayList<>();

    NaiveGraph(NaiveFold fold, LocalDate day) {
        this(fold, day, _ -> true);
    }

    NaiveGraph(NaiveFold fold, LocalDate day, Predicate<ObjectNode> which) {
        for (String id : fold.facts.ids("dependency"))
            fold.state("dependency", id, day)
                    .filter(edge -> !NaiveDependency.isWithdrawn(edge))
                    .filter(which)
                    .ifPresent(edges::add);
    }

    /** By id. */
    List<ObjectNode> edges() {
        return edges;
    }

    /** The ends that can be reached from an end, itself with 0 steps, in the order in which ends are shown. */
    SortedMap<String, Integer> from(JsonNode end) {
        SortedMap<String, Integer> reached = new TreeMap<>();
        List<String> next = List.of(name(end));
        for (int steps = 0; !next.isEmpty(); steps++) {
            List<String> beyond = new ArrayList<>();
            for (String one : next) {
                if (reached.putIfAbsent(one, steps) != null) continue;
                for (ObjectNode edge : edges) if (giver(edge).equals(one)) beyond.add(receiver(edge));
            }
            next = beyond;
        }
        return reached;
    }

    /** Initiatives are shown before what has a description. */
    static String name(JsonNode end) {
        return end.has("initiative")
                ? "initiative " + end.get("initiative").asString()
                : "the other " + end.get("description").asString();
    }

    static ObjectNode end(String name) {
        ObjectNode end = Words.JSON.createObjectNode();
        return name.startsWith("initiative ")
                ? end.put("initiative", name.substring("initiative ".length()))
                : end.put("description", name.substring("the other ".length()));
    }

    static String giver(ObjectNode edge) {
        return name(edge.at("/giver/value"));
    }

    static String receiver(ObjectNode edge) {
        return name(edge.at("/receiver/value"));
    }
}
