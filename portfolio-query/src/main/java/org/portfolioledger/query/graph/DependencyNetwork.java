package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;

/** The dependencies that have not been withdrawn, from giver to receiver. It does not change once it is made. */
final class DependencyNetwork {

    /** Initiatives first, then whatever else the sources name. */
    static final Comparator<DependencyEnd> ORDER = Comparator.comparing(
                    DependencyEnd::initiative, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(DependencyEnd::description, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /** A day weighs as much as so many steps: of ways that absorb as many days the shortest is taken. */
    private static final double DAY = 1 << 20;

    private final Map<String, DependencyEdge> edges;
    private final Ways ways;

    /** Who gives to whom, by which dependency: what does not change when one is promised for another day. */
    private static final class Ways {

        private final Graph<DependencyEnd, String> graph = new DirectedPseudograph<>(String.class);
        private final Map<String, DependencyEdge> made;
        private @Nullable List<List<DependencyEdge>> knots;
        private @Nullable ElementaryCycles cycles;

        Ways(Map<String, DependencyEdge> edges) {
            made = edges;
            for (DependencyEdge edge : edges.values()) {
                graph.addVertex(edge.giver());
                graph.addVertex(edge.receiver());
                graph.addEdge(edge.giver(), edge.receiver(), edge.id());
            }
        }

        /** Dependencies between ends that depend on one another, apart from all others: what no cycle has is in none. */
        synchronized List<List<DependencyEdge>> knots() {
            if (knots != null) return knots;
            Map<DependencyEnd, Integer> component = new HashMap<>();
            var components = new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();
            for (int n = 0; n < components.size(); n++)
                for (DependencyEnd end : components.get(n)) component.put(end, n);
            Map<Integer, List<DependencyEdge>> knotted = new TreeMap<>();
            for (DependencyEdge edge : made.values()) {
                int of = Objects.requireNonNull(component.get(edge.giver()));
                if (Objects.equals(of, component.get(edge.receiver())))
                    knotted.computeIfAbsent(of, _ -> new ArrayList<>()).add(edge);
            }
            knots = List.copyOf(knotted.values());
            return knots;
        }

        synchronized ElementaryCycles cycles() {
            if (cycles == null) cycles = ElementaryCycles.in(knots(), _ -> true);
            return cycles;
        }
    }

    private DependencyNetwork(Map<String, DependencyEdge> edges, Ways ways) {
        this.edges = edges;
        this.ways = ways;
    }

    /** @param all by id */
    static DependencyNetwork of(Collection<DependencyEdge> all) {
        Map<String, DependencyEdge> edges = new LinkedHashMap<>();
        for (DependencyEdge edge : all) if (!edge.isWithdrawn()) edges.put(edge.id(), edge);
        return new DependencyNetwork(edges, new Ways(edges));
    }

    /**
     * The same with some others in place of those with certain ids.
     *
     * @param changed ids of all that may be otherwise
     * @param now those of them that are there
     */
    DependencyNetwork with(Collection<String> changed, Collection<DependencyEdge> now) {
        Map<String, DependencyEdge> others = new HashMap<>();
        for (DependencyEdge edge : now) if (!edge.isWithdrawn()) others.put(edge.id(), edge);
        if (changed.stream().allMatch(id -> leadTheSameWay(edges.get(id), others.get(id)))) {
            Map<String, DependencyEdge> all = new LinkedHashMap<>(edges);
            all.putAll(others);
            return new DependencyNetwork(all, ways);
        }
        SortedMap<String, DependencyEdge> all = new TreeMap<>(edges);
        all.keySet().removeAll(changed);
        all.putAll(others);
        return of(all.values());
    }

    private static boolean leadTheSameWay(@Nullable DependencyEdge before, @Nullable DependencyEdge after) {
        if (before == null || after == null) return before == null && after == null;
        return before.giver().equals(after.giver()) && before.receiver().equals(after.receiver());
    }

    int size() {
        return edges.size();
    }

    /** By id. */
    List<DependencyEdge> edges() {
        return List.copyOf(edges.values());
    }

    private List<DependencyEdge> edges(List<String> way) {
        return way.stream().map(id -> Objects.requireNonNull(edges.get(id))).toList();
    }

    /**
     * What lies downstream of an end, without the end itself.
     *
     * @param ends initiatives first
     * @param way a shortest one to one of them
     */
    record Downstream(List<DependencyEnd> ends, Function<DependencyEnd, List<DependencyEdge>> way) {}

    /** Everything that depends on an end, directly or through others. */
    Downstream downstreamOf(DependencyEnd end) {
        if (!ways.graph.containsVertex(end)) return new Downstream(List.of(), _ -> List.of());
        var paths = new BFSShortestPath<>(ways.graph).getPaths(end);
        List<DependencyEnd> ends = ways.graph.vertexSet().stream()
                .filter(other -> !other.equals(end) && paths.getWeight(other) < Double.POSITIVE_INFINITY)
                .sorted(ORDER)
                .toList();
        return new Downstream(ends, other -> edges(paths.getPath(other).getEdgeList()));
    }

    /**
     * The dependencies that lie within some steps of an end, with or against their direction, by id.
     *
     * @param steps 1: only those that the end gives or receives
     */
    List<DependencyEdge> around(DependencyEnd end, int steps) {
        if (!ways.graph.containsVertex(end)) return List.of();
        Map<DependencyEnd, Integer> reached = new HashMap<>(Map.of(end, 0));
        List<DependencyEnd> latest = List.of(end);
        for (int step = 1; step < steps && !latest.isEmpty(); step++) {
            List<DependencyEnd> next = new ArrayList<>();
            for (DependencyEnd one : latest)
                for (DependencyEdge edge : edges(List.copyOf(ways.graph.edgesOf(one))))
                    for (DependencyEnd other : List.of(edge.giver(), edge.receiver()))
                        if (reached.putIfAbsent(other, step) == null) next.add(other);
            latest = next;
        }
        return edges.values().stream()
                .filter(edge -> reached.containsKey(edge.giver()) || reached.containsKey(edge.receiver()))
                .toList();
    }

    /**
     * Whom a slip of an end hits: by way of dependencies that are still to be met, each of which absorbs some days of it.
     *
     * @param asOf today: what was promised for an earlier day and is still to be met comes today at the earliest
     * @param from first day of what slips: what comes before it does not
     */
    Slipping slipping(DependencyEnd end, LocalDate asOf, LocalDate from) {
        if (!ways.graph.containsVertex(end)) return Slipping.NONE;
        Graph<DependencyEnd, String> weighted =
                new AsWeightedGraph<>(ways.graph, id -> weight(id, asOf, from), false, false);
        var paths = new DijkstraShortestPath<>(weighted).getPaths(end);
        List<Hit> hits = new ArrayList<>();
        for (DependencyEnd other : ways.graph.vertexSet()) {
            double distance = other.equals(end) ? Double.POSITIVE_INFINITY : paths.getWeight(other);
            if (distance < Double.POSITIVE_INFINITY) hits.add(new Hit(other, (long) (distance / DAY)));
        }
        hits.sort(Comparator.comparingLong(Hit::absorbed).thenComparing(Hit::end, ORDER));
        return new Slipping(hits, hit -> edges(paths.getPath(hit.end()).getEdgeList()));
    }

    private double weight(String id, LocalDate asOf, LocalDate from) {
        DependencyEdge edge = Objects.requireNonNull(edges.get(id));
        return passesOn(edge, asOf, from) ? edge.absorbs(asOf) * DAY + 1 : Double.POSITIVE_INFINITY;
    }

    private static boolean passesOn(DependencyEdge edge, LocalDate asOf, LocalDate from) {
        LocalDate expected = edge.expected(asOf);
        return edge.isOutstanding() && (expected == null || !expected.isBefore(from));
    }

    /** An end that a slip hits, and how many days of it are absorbed on the way on which the fewest are. */
    record Hit(DependencyEnd end, long absorbed) {

        /** By how many days it slips. */
        long slips(long days) {
            return Math.max(0, days - absorbed);
        }
    }

    /**
     * Whom a slip hits: whoever is hit hardest comes first.
     *
     * @param way on which the fewest days are absorbed, and of those the shortest
     */
    record Slipping(List<Hit> hits, Function<Hit, List<DependencyEdge>> way) {

        static final Slipping NONE = new Slipping(List.of(), _ -> List.of());
    }

    /** All cycles, the shortest first, then by what they are made of. */
    ElementaryCycles cycles() {
        return present(ways.cycles());
    }

    /** The same of those that have a certain end. */
    ElementaryCycles cycles(Predicate<DependencyEnd> through) {
        return present(ElementaryCycles.in(ways.knots(), through));
    }

    /** The same cycles of dependencies as they are here. */
    private ElementaryCycles present(ElementaryCycles found) {
        return new ElementaryCycles(
                found.cycles().stream()
                        .map(cycle ->
                                edges(cycle.stream().map(DependencyEdge::id).toList()))
                        .toList(),
                found.complete());
    }
}
