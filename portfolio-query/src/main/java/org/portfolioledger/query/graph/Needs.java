package org.portfolioledger.query.graph;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.query.answer.Alert;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.graph.Need.End;
import org.portfolioledger.query.point.Point;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** The dependencies at a point, and whom a slip of one of them hits. */
@Component
public final class Needs {

    private final Answers answers;
    private final Rows rows;

    Needs(Answers answers, Rows rows) {
        this.answers = answers;
        this.rows = rows;
    }

    List<Need> at(Point point) {
        return answers.shown(point, rows.where(point, Kinds.DEPENDENCY.name(), "true", Map.of())).stream()
                .map(Need::of)
                .toList();
    }

    /** By initiative, whether it is at an end of a conflict or further down the way. */
    public Map<String, Set<Alert>> alerts(Point point) {
        NeedGraph graph = new NeedGraph(at(point));
        Map<String, Set<Alert>> alerts = new HashMap<>();
        graph.needs().stream().filter(Need::isConflict).forEach(need -> {
            initiatives(List.of(need.giver(), need.receiver()))
                    .forEach(end -> add(alerts, end, Alert.DEPENDENCY_CONFLICT));
            initiatives(graph.downstreamOf(need.receiver()).keySet())
                    .forEach(end -> add(alerts, end, Alert.DOWNSTREAM_OF_CONFLICT));
        });
        return alerts;
    }

    /** Ids of the initiatives that a slip of a dependency hits: its receiver, and whatever depends on that. */
    public Set<String> downstreamOf(Point point, String dependency) {
        List<Need> needs = at(point);
        NeedGraph graph = new NeedGraph(needs);
        Set<String> hit = new TreeSet<>();
        needs.stream()
                .filter(need -> need.id().equals(dependency))
                .map(Need::receiver)
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
