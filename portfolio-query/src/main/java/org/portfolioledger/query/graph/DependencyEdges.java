package org.portfolioledger.query.graph;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.query.answer.Alert;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.graph.DependencyEdge.End;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** The dependencies at a point, and whom a slip of one of them hits. */
@Component
public final class DependencyEdges {

    private final Responses responses;
    private final Rows rows;

    DependencyEdges(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    List<DependencyEdge> at(TimePoint point) {
        return responses.shown(point, rows.where(point, Kinds.DEPENDENCY.name(), "true", Map.of())).stream()
                .map(DependencyEdge::of)
                .toList();
    }

    /** By initiative, whether it is at an end of a conflict or further down the way. */
    public Map<String, Set<Alert>> alerts(TimePoint point) {
        DependencyGraph graph = new DependencyGraph(at(point));
        Map<String, Set<Alert>> alerts = new HashMap<>();
        graph.needs().stream().filter(DependencyEdge::isConflict).forEach(need -> {
            initiatives(List.of(need.giver(), need.receiver()))
                    .forEach(end -> add(alerts, end, Alert.DEPENDENCY_CONFLICT));
            initiatives(graph.downstreamOf(need.receiver()).keySet())
                    .forEach(end -> add(alerts, end, Alert.DOWNSTREAM_OF_CONFLICT));
        });
        return alerts;
    }

    /** Ids of the initiatives that a slip of a dependency hits: its receiver, and whatever depends on that. */
    public Set<String> downstreamOf(TimePoint point, String dependency) {
        List<DependencyEdge> needs = at(point);
        DependencyGraph graph = new DependencyGraph(needs);
        Set<String> hit = new TreeSet<>();
        needs.stream()
                .filter(need -> need.id().equals(dependency))
                .map(DependencyEdge::receiver)
                .forEach(receiver -> {
                    hit.addAll(initiatives(List.of(receiver)));
                    hit.addAll(initiatives(graph.downstreamOf(receiver).keySet()));
                });
        return hit;
    }

    private static List<String> initiatives(Collection<End> ends) {
        return ends.stream().filter(End::initiative).map(End::key).toList();
    }

    private static void add(Map<String, Set<Alert>> alerts, String initiative, Alert alert) {
        alerts.computeIfAbsent(initiative, _ -> EnumSet.noneOf(Alert.class)).add(alert);
    }
}
