package org.portfolioledger.query.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DirectedPseudograph;
import org.portfolioledger.events.DependencyFact.DependencyEnd;

/** The dependencies that have not been withdrawn, from giver to receiver. */
final class DependencyGraph {

    /** Initiatives first, then whatever else the sources name. */
    private static final Comparator<DependencyEnd> ORDER = Comparator.comparing(
                    DependencyEnd::initiative, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(DependencyEnd::description, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    private final Graph<DependencyEnd, DependencyEdge> graph = new DirectedPseudograph<>(DependencyEdge.class);

    DependencyGraph(Collection<DependencyEdge> edges) {
        edges.stream().filter(edge -> !edge.withdrawn()).forEach(edge -> {
            graph.addVertex(edge.giver());
            graph.addVertex(edge.receiver());
            graph.addEdge(edge.giver(), edge.receiver(), edge);
        });
    }

    List<DependencyEnd> ends() {
        return graph.vertexSet().stream().sorted(ORDER).toList();
    }

    List<DependencyEdge> edges() {
        return graph.edgeSet().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** For everything downstream of an end, a shortest way there; without the end itself. */
    Map<DependencyEnd, List<DependencyEdge>> downstreamOf(DependencyEnd end) {
        if (!graph.containsVertex(end)) return Map.of();
        var paths = new BFSShortestPath<>(graph).getPaths(end);
        Map<DependencyEnd, List<DependencyEdge>> ways = new TreeMap<>(ORDER);
        for (DependencyEnd other : graph.vertexSet()) {
            GraphPath<DependencyEnd, DependencyEdge> path = other.equals(end) ? null : paths.getPath(other);
            if (path != null) ways.put(other, path.getEdgeList());
        }
        return ways;
    }

    /**
     * For every dependency that lies on a cycle a shortest cycle through it, each cycle once. All cycles there are could
     * be more than anybody can read.
     */
    List<List<DependencyEdge>> cycles() {
        List<List<DependencyEdge>> cycles = new ArrayList<>();
        Set<Set<String>> told = new HashSet<>();
        Map<DependencyEnd, Integer> components = components();
        Map<DependencyEnd, ShortestPathAlgorithm.SingleSourcePaths<DependencyEnd, DependencyEdge>> ways =
                new HashMap<>();
        for (DependencyEdge edge : edges()) {
            if (!Objects.equals(components.get(edge.giver()), components.get(edge.receiver()))) continue;
            List<DependencyEdge> cycle = new ArrayList<>(List.of(edge));
            GraphPath<DependencyEnd, DependencyEdge> back = ways.computeIfAbsent(
                            edge.receiver(), end -> new BFSShortestPath<>(graph).getPaths(end))
                    .getPath(edge.giver());
            if (back != null) cycle.addAll(back.getEdgeList());
            Set<String> ids = new HashSet<>();
            cycle.forEach(part -> ids.add(part.id()));
            if (told.add(ids)) cycles.add(Collections.unmodifiableList(cycle));
        }
        return cycles;
    }

    private Map<DependencyEnd, Integer> components() {
        Map<DependencyEnd, Integer> components = new HashMap<>();
        int number = 0;
        for (Set<DependencyEnd> component : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            for (DependencyEnd end : component) components.put(end, number);
            number++;
        }
        return components;
    }
}
