package org.portfolioledger.query.status;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Alert;
import org.portfolioledger.query.answer.Rendering;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.graph.DependencyEdges;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings together what rows of several kinds say of the initiatives of a portfolio at one point. */
@Component
final class PortfolioStatus {

    private static final String DECIDED_ULTRA_VIRES = "jsonb_path_exists(r.state, '$.decisions.*.value.ultraVires')";

    private static final Comparator<JsonNode> BEGAN = Comparator.<JsonNode, String>comparing(
                    shown -> shown.path("title").path("since").asString(""))
            .thenComparingLong(shown -> Rendering.place(shown.path("title")));

    private final Rows rows;
    private final DependencyEdges needs;

    PortfolioStatus(Rows rows, DependencyEdges needs) {
        this.rows = rows;
        this.needs = needs;
    }

    /** The open initiatives of a portfolio, by id. */
    List<InitiativeStatus> in(TimePoint point, String portfolio) {
        List<Found> initiatives = rows.belongingTo(point, portfolio).stream()
                .filter(found -> !found.state().has("closure"))
                .toList();
        if (initiatives.isEmpty()) return List.of();
        String[] ids = initiatives.stream().map(Found::id).toArray(String[]::new);
        List<Found> appointments = of(point, Kinds.APPOINTMENTS, ids);
        List<Found> ratings = of(point, Kinds.RAG, ids);
        List<Found> cases = of(point, Kinds.BUSINESS_CASE, ids);
        Rendering rendering = rows.rendering(
                point,
                Stream.of(initiatives, appointments, ratings, cases)
                        .flatMap(List::stream)
                        .map(Found::state)
                        .toList());
        Map<String, List<ObjectNode>> roles = byInitiative(appointments, rendering);
        Map<String, List<ObjectNode>> rated = byInitiative(ratings, rendering);
        Map<String, List<ObjectNode>> opened = byInitiative(cases, rendering);
        Map<String, Set<Alert>> besides = besides(point);
        return initiatives.stream()
                .map(found -> new InitiativeStatus(
                        point.asOf(),
                        rendering.item(found),
                        roles.containsKey(found.id()) ? roles.get(found.id()).getLast() : null,
                        rated.containsKey(found.id()) ? rated.get(found.id()).getLast() : null,
                        opened.getOrDefault(found.id(), List.of()),
                        besides.getOrDefault(found.id(), Set.of())))
                .toList();
    }

    /** By initiative what dependencies say of it, and what boards decided on it beside its business cases. */
    private Map<String, Set<Alert>> besides(TimePoint point) {
        Map<String, Set<Alert>> besides = new HashMap<>(needs.alerts(point));
        for (Found board : rows.where(point, Kinds.BOARD.name(), DECIDED_ULTRA_VIRES, Map.of())) {
            for (JsonNode decision : board.state().path("decisions")) {
                if (decision.path("value").has("ultraVires"))
                    besides.computeIfAbsent(
                                    decision.path("value").path("initiative").asString(""),
                                    _ -> EnumSet.noneOf(Alert.class))
                            .add(Alert.ULTRA_VIRES);
            }
        }
        return besides;
    }

    private List<Found> of(TimePoint point, Kind<?, ?> kind, String[] initiatives) {
        return rows.where(point, kind.name(), "r.initiative = any(:initiatives)", Map.of("initiatives", initiatives));
    }

    private static Map<String, List<ObjectNode>> byInitiative(List<Found> found, Rendering rendering) {
        return found.stream()
                .map(rendering::item)
                .sorted(BEGAN)
                .collect(Collectors.groupingBy(item -> item.path("initiative").asString("")));
    }
}
