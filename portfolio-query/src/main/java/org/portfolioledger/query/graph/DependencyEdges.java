package org.portfolioledger.query.graph;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** The dependencies at a point, and whom a slip of one of them hits. */
@Component
public final class DependencyEdges {

    private static final String TOUCHES = "r.refs && :initiatives::text[]";
    private static final String GIVES_TO = """
            (r.refs && :initiatives::text[]
             or r.state #>> '{receiver,value,description}' = any(:descriptions))""";

    private final Rows rows;
    private final NetworkMemory memory;

    DependencyEdges(Rows rows) {
        this.rows = rows;
        this.memory = new NetworkMemory(rows);
    }

    /** All of them. */
    DependencyNetwork at(TimePoint point) {
        return memory.at(point);
    }

    /** Those of which one of some initiatives is an end, by id. */
    List<DependencyEdge> touching(TimePoint point, Collection<String> initiatives) {
        return memory.read(point, new Among(TOUCHES, Map.of("initiatives", streams(initiatives))));
    }

    /** By initiative, whether it is at an end of a conflict or further down the way; of some initiatives. */
    public Map<String, Set<Alert>> alerts(TimePoint point, Collection<String> initiatives) {
        return alerts(
                point,
                rows.where(point, Kinds.DEPENDENCY, TOUCHES, Map.of("initiatives", streams(initiatives))).stream()
                        .map(Known::state)
                        .toList());
    }

    /** The same of the initiatives that are an end of some dependencies. */
    public Map<String, Set<Alert>> alerts(TimePoint point, List<DependencyState> touching) {
        if (touching.isEmpty()) return Map.of();
        DependencyNetwork graph = DependencyNetwork.of(upstreamOf(point, touching));
        Map<String, Set<Alert>> alerts = new HashMap<>();
        graph.edges().stream().filter(DependencyEdge::isConflict).forEach(edge -> {
            initiatives(List.of(edge.giver(), edge.receiver()))
                    .forEach(end -> add(alerts, end, Alert.DEPENDENCY_CONFLICT));
            initiatives(graph.downstreamOf(edge.receiver()).ends())
                    .forEach(end -> add(alerts, end, Alert.DOWNSTREAM_OF_CONFLICT));
        });
        return alerts;
    }

    /** Some dependencies, and whatever lies before them on the way; no others are read. */
    private Collection<DependencyEdge> upstreamOf(TimePoint point, List<DependencyState> touching) {
        Map<String, DependencyEdge> found = new LinkedHashMap<>();
        Set<DependencyEnd> asked = new HashSet<>();
        List<DependencyEdge> next = touching.stream().map(DependencyEdge::of).toList();
        while (!next.isEmpty()) {
            next.forEach(edge -> found.put(edge.id(), edge));
            List<DependencyEnd> givers = next.stream()
                    .filter(edge -> !edge.isWithdrawn())
                    .map(DependencyEdge::giver)
                    .filter(asked::add)
                    .toList();
            next = givers.isEmpty()
                    ? List.of()
                    : memory
                            .read(
                                    point,
                                    new Among(
                                            GIVES_TO,
                                            Map.of(
                                                    "initiatives", streams(initiatives(givers)),
                                                    "descriptions", descriptions(givers))))
                            .stream()
                            .filter(edge -> givers.contains(edge.receiver()) && !found.containsKey(edge.id()))
                            .toList();
        }
        return found.values();
    }

    /** Ids of the initiatives that a slip of a dependency hits: its receiver, and whatever depends on that. */
    public SortedSet<String> downstreamOf(TimePoint point, String dependency) {
        DependencyNetwork graph = at(point);
        SortedSet<String> hit = new TreeSet<>();
        graph.edges().stream()
                .filter(edge -> edge.id().equals(dependency))
                .map(DependencyEdge::receiver)
                .forEach(receiver -> {
                    hit.addAll(initiatives(List.of(receiver)));
                    hit.addAll(initiatives(graph.downstreamOf(receiver).ends()));
                });
        return hit;
    }

    private static List<String> initiatives(Collection<DependencyEnd> ends) {
        return ends.stream()
                .map(DependencyEnd::initiative)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String[] streams(Collection<String> initiatives) {
        return initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
    }

    private static String[] descriptions(Collection<DependencyEnd> ends) {
        return ends.stream()
                .map(DependencyEnd::description)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static void add(Map<String, Set<Alert>> alerts, String initiative, Alert alert) {
        alerts.computeIfAbsent(initiative, _ -> EnumSet.noneOf(Alert.class)).add(alert);
    }
}
