package org.portfolioledger.query.naive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What initiatives came from and went on in: grown from all pairs, until nothing is added. */
final class NaiveSuccession {

    private NaiveSuccession() {}

    static Optional<ObjectNode> read(Asked asked) {
        String id = asked.name("initiative");
        if (asked.fold().state("initiative", id, asked.asOf()).isEmpty()) return Optional.empty();
        Map<List<String>, ObjectNode> pairs = pairs(asked);
        ObjectNode view = Words.JSON.createObjectNode();
        put(view.putArray("cameFrom"), reached(id, 1, 0, pairs.keySet()), pairs);
        put(view.putArray("wentOnIn"), reached(id, 0, 1, pairs.keySet()), pairs);
        return Optional.of(new NaiveGrounds(asked.fold()).seen(view, asked.asOf()));
    }

    private static Map<List<String>, ObjectNode> pairs(Asked asked) {
        Map<List<String>, ObjectNode> pairs = new HashMap<>();
        for (String id : asked.fold().facts.ids("initiative"))
            asked.fold().state("initiative", id, asked.asOf()).ifPresent(state -> {
                state.get("successors")
                        .forEachEntry((other, how) -> pair(pairs, id, other).set("statedBefore", how));
                state.get("predecessors")
                        .forEachEntry((other, how) -> pair(pairs, other, id).set("statedAfter", how));
            });
        return pairs;
    }

    private static ObjectNode pair(Map<List<String>, ObjectNode> pairs, String from, String to) {
        return pairs.computeIfAbsent(
                List.of(from, to),
                _ -> Words.JSON.createObjectNode().put("from", from).put("to", to));
    }

    private static Set<List<String>> reached(String id, int near, int far, Set<List<String>> pairs) {
        Set<String> ends = new TreeSet<>(Set.of(id));
        boolean grown = true;
        while (grown)
            grown = pairs.stream()
                    .filter(pair -> ends.contains(pair.get(near)))
                    .anyMatch(pair -> ends.add(pair.get(far)));
        Set<List<String>> reached = new TreeSet<>(Comparator.comparing(List::toString));
        pairs.stream().filter(pair -> ends.contains(pair.get(near))).forEach(reached::add);
        return reached;
    }

    private static void put(ArrayNode links, Set<List<String>> reached, Map<List<String>, ObjectNode> pairs) {
        reached.stream()
                .map(pairs::get)
                .sorted(Comparator.comparing(NaiveSuccession::firstDay)
                        .thenComparing(link -> link.get("from").asString())
                        .thenComparing(link -> link.get("to").asString()))
                .forEach(link -> links.add(link.deepCopy()));
    }

    private static String firstDay(ObjectNode link) {
        String before = link.at("/statedBefore/since").asString("9999");
        String after = link.at("/statedAfter/since").asString("9999");
        return before.compareTo(after) < 0 ? before : after;
    }
}
