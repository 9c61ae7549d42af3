package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dependencies as a graph. Of ways and cycles their ends and lengths are compared: there may be several of one length. */
final class GraphReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/dependencies/graph", GraphReads::graph,
            "/api/v1/initiatives/{initiative}/downstream", GraphReads::downstream,
            "/api/v1/initiatives/{initiative}/succession", NaiveSuccession::read);

    private GraphReads() {}

    private static Optional<ObjectNode> graph(Asked asked) {
        String portfolio = asked.filters().get("portfolio");
        List<String> members =
                portfolio == null ? List.of() : new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio);
        NaiveGraph graph = new NaiveGraph(
                asked.fold(), asked.asOf(), edge -> portfolio == null || PortfolioReads.touches(edge, members));
        ObjectNode view = Words.JSON.createObjectNode();
        SortedSet<String> ends = new TreeSet<>();
        ArrayNode edges = view.putArray("edges");
        for (ObjectNode edge : graph.edges()) {
            ends.addAll(List.of(NaiveGraph.giver(edge), NaiveGraph.receiver(edge)));
            edges.add(edge(asked, edge));
        }
        ArrayNode nodes = view.putArray("nodes");
        ends.forEach(end -> nodes.add(NaiveGraph.end(end)));
        view.put("cycles", graph.cycles(_ -> true).toString());
        return Optional.of(new NaiveGrounds(asked.fold()).seen(view, asked.asOf()));
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
        ArrayNode conflicts = view.putArray("conflicts");
        for (ObjectNode edge : graph.edges())
            if (NaiveDependency.isConflict(edge) && reached.containsKey(NaiveGraph.giver(edge)))
                conflicts.add(edge(asked, edge));
        view.put(
                "cycles",
                graph.cycles(edge -> reached.containsKey(NaiveGraph.giver(edge)))
                        .toString());
        return Optional.of(new NaiveGrounds(asked.fold()).seen(view, asked.asOf()));
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
