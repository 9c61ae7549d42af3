package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dependencies as a graph. Of ways their ends and lengths are compared: there may be several of one length. */
final class GraphReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/dependencies/graph", GraphReads::graph,
            "/api/v1/dependencies/cycles", GraphReads::cycles,
            "/api/v1/initiatives/{initiative}/downstream", GraphReads::downstream,
            "/api/v1/initiatives/{initiative}/succession", NaiveSuccession::read);

    private static final List<String> IMPORTANCE = List.of("NOT_STATED", "LOW", "MEDIUM", "HIGH", "CRITICAL");

    private GraphReads() {}

    private static Optional<ObjectNode> graph(Asked asked) {
        String portfolio = asked.filters().get("portfolio");
        List<String> members = members(asked);
        int least = IMPORTANCE.indexOf(asked.filters().getOrDefault("importance", "NOT_STATED"));
        NaiveGraph graph = new NaiveGraph(
                asked.fold(),
                asked.asOf(),
                edge -> (portfolio == null || PortfolioReads.touches(edge, members))
                        && IMPORTANCE.indexOf(edge.at("/importance/value").asString()) >= least);
        Predicate<ObjectNode> near = near(asked, graph);
        ObjectNode view = Words.JSON.createObjectNode();
        ArrayNode edges = view.putArray("items");
        for (ObjectNode edge : graph.edges()) if (near.test(edge)) edges.add(edge(asked, edge));
        return Optional.of(new NaiveGrounds(asked.fold()).seen(view, asked.asOf()));
    }

    private static List<String> members(Asked asked) {
        String portfolio = asked.filters().get("portfolio");
        return portfolio == null ? List.of() : new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio);
    }

    /** Whether an edge lies within the steps that are asked for: outwards from the initiative, ring by ring. */
    private static Predicate<ObjectNode> near(Asked asked, NaiveGraph graph) {
        String initiative = asked.filters().get("initiative");
        if (initiative == null) return _ -> true;
        Set<String> within = new HashSet<>(Set.of("initiative " + initiative));
        int depth = Integer.parseInt(asked.filters().getOrDefault("depth", "1000"));
        for (int step = 1; step < Math.min(depth, 20); step++) {
            Set<String> ring = new HashSet<>();
            for (ObjectNode edge : graph.edges())
                if (within.contains(NaiveGraph.giver(edge)) || within.contains(NaiveGraph.receiver(edge)))
                    ring.addAll(List.of(NaiveGraph.giver(edge), NaiveGraph.receiver(edge)));
            within.addAll(ring);
        }
        return edge -> within.contains(NaiveGraph.giver(edge)) || within.contains(NaiveGraph.receiver(edge));
    }

    private static Optional<ObjectNode> cycles(Asked asked) {
        NaiveGraph graph = new NaiveGraph(asked.fold(), asked.asOf());
        List<List<ObjectNode>> found = new ArrayList<>();
        for (ObjectNode edge : graph.edges()) walk(graph, NaiveGraph.giver(edge), List.of(edge), found);
        String initiative = asked.filters().get("initiative");
        List<String> members = members(asked);
        List<List<ObjectNode>> shown = found.stream()
                .map(GraphReads::fromTheFirst)
                .distinct()
                .filter(cycle -> initiative == null
                        || cycle.stream()
                                .anyMatch(edge -> NaiveGraph.giver(edge).equals("initiative " + initiative)))
                .filter(cycle -> !asked.filters().containsKey("portfolio")
                        || cycle.stream().anyMatch(edge -> PortfolioReads.touches(edge, members)))
                .sorted(Comparator.<List<ObjectNode>>comparingInt(List::size).thenComparing(GraphReads::ids))
                .toList();
        ObjectNode view = Words.JSON.createObjectNode().put("complete", true);
        ArrayNode items = view.putArray("items");
        for (List<ObjectNode> cycle : shown) {
            ArrayNode steps = items.addObject().putArray("steps");
            for (ObjectNode edge : cycle) {
                ObjectNode step =
                        steps.addObject().put("dependency", edge.get("id").asString());
                step.set("giver", edge.at("/giver/value"));
                step.set("receiver", edge.at("/receiver/value"));
                step.put("conflict", NaiveDependency.isConflict(edge));
            }
        }
        return Optional.of(view);
    }

    private static String ids(List<ObjectNode> cycle) {
        StringBuilder ids = new StringBuilder();
        for (ObjectNode edge : cycle) ids.append(edge.get("id").asString()).append(' ');
        return ids.toString();
    }

    private static void walk(NaiveGraph graph, String start, List<ObjectNode> way, List<List<ObjectNode>> found) {
        String at = NaiveGraph.receiver(way.getLast());
        if (at.equals(start)) {
            found.add(way);
            return;
        }
        if (way.stream().anyMatch(edge -> NaiveGraph.giver(edge).equals(at))) return;
        for (ObjectNode edge : graph.edges())
            if (NaiveGraph.giver(edge).equals(at)) {
                List<ObjectNode> longer = new ArrayList<>(way);
                longer.add(edge);
                walk(graph, start, longer, found);
            }
    }

    private static List<ObjectNode> fromTheFirst(List<ObjectNode> cycle) {
        String first =
                cycle.stream().map(NaiveGraph::giver).sorted().findFirst().orElseThrow();
        List<ObjectNode> turned = new ArrayList<>(cycle);
        while (!NaiveGraph.giver(turned.getFirst()).equals(first)) Collections.rotate(turned, 1);
        return turned;
    }

    private static Optional<ObjectNode> downstream(Asked asked) {
        String id = asked.name("initiative");
        if (asked.fold().state("initiative", id, asked.asOf()).isEmpty()) return Optional.empty();
        NaiveGraph graph = new NaiveGraph(asked.fold(), asked.asOf());
        ObjectNode view = Words.JSON.createObjectNode();
        SortedMap<String, Integer> reached =
                graph.from(Words.JSON.createObjectNode().put("initiative", id));
        ArrayNode items = view.putArray("items");
        reached.forEach((end, steps) -> {
            if (steps > 0) items.add(NaiveGraph.end(end).put("path", steps));
        });
        return Optional.of(view);
    }

    private static ObjectNode edge(Asked asked, ObjectNode state) {
        ObjectNode edge = state.deepCopy().retain("id", "type", "importance", "status", "neededBy", "promisedFor");
        edge.set("giver", state.at("/giver/value"));
        edge.set("receiver", state.at("/receiver/value"));
        ObjectNode seen = new NaiveGrounds(asked.fold()).seen(state.deepCopy(), asked.asOf());
        NaiveAlerts.add(asked, seen);
        edge.set("alerts", seen.get("alerts"));
        return edge.put("conflict", NaiveDependency.isConflict(state));
    }
}
