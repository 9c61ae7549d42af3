package org.portfolioledger.query.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import org.portfolioledger.query.graph.DependencyEdge.End;

/** The dependencies that have not been withdrawn, from giver to receiver. */
final class DependencyGraph {

    private final Graph<End, DependencyEdge> graph = new DirectedPseudograph<>(DependencyEdge.class);

    DependencyGraph(Collection<DependencyEdge> needs) {
        needs.stream().filter(need -> !need.isWithdrawn()).forEach(need -> {
            graph.addVertex(need.giver());
            graph.addVertex(need.receiver());
            graph.addEdge(need.giver(), need.receiver(), need);
        });
    }

    List<End> ends() {
        return graph.vertexSet().stream().sorted().toList();
    }

    List<DependencyEdge> needs() {
        return graph.edgeSet().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** For everything downstream of an end, a shortest way there; without the end itself. */
    Map<End, List<DependencyEdge>> downstreamOf(End end) {
        if (!graph.containsVertex(end)) return Map.of();
        var paths = new BFSShortestPath<>(graph).getPaths(end);
        Map<End, List<DependencyEdge>> ways = new TreeMap<>();
        for (End other : graph.vertexSet()) {
            GraphPath<End, DependencyEdge> path = other.equals(end) ? null : paths.getPath(other);
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
        Map<End, Integer> components = components();
        Map<End, ShortestPathAlgorithm.SingleSourcePaths<End, DependencyEdge>> ways = new HashMap<>();
        for (DependencyEdge need : needs()) {
            if (!Objects.equals(components.get(need.giver()), components.get(need.receiver()))) continue;
            List<DependencyEdge> cycle = new ArrayList<>(List.of(need));
            GraphPath<End, DependencyEdge> back = ways.computeIfAbsent(
                            need.receiver(), end -> new BFSShortestPath<>(graph).getPaths(end))
                    .getPath(need.giver());
            if (back != null) cycle.addAll(back.getEdgeList());
            Set<String> ids = new HashSet<>();
            cycle.forEach(part -> ids.add(part.id()));
            if (told.add(ids)) cycles.add(Collections.unmodifiableList(cycle));
        }
        return cycles;
    }

    private Map<End, Integer> components() {
        Map<End, Integer> components = new HashMap<>();
        int number = 0;
        for (Set<End> component : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            for (End end : component) components.put(end, number);
            number++;
        }
        return components;
    }
}
