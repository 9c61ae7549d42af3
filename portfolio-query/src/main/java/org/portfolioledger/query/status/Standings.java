package org.portfolioledger.query.status;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Rendering;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.Point;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings together what rows of several kinds say of the initiatives of a portfolio at one point. */
@Component
final class Standings {

    private static final Comparator<JsonNode> BEGAN = Comparator.<JsonNode, String>comparing(
                    shown -> shown.path("title").path("since").asString(""))
            .thenComparingLong(shown -> shown.path("title").path("fact").asLong(0));

    private final Rows rows;

    Standings(Rows rows) {
        this.rows = rows;
    }

    /** The open initiatives of a portfolio, by id. */
    List<Standing> in(Point point, String portfolio) {
        List<Found> initiatives = rows.belongingTo(point, portfolio).stream()
                .filter(found -> !found.state().has("closure"))
                .toList();
        if (initiatives.isEmpty()) return List.of();
        String[] ids = initiatives.stream().map(Found::id).toArray(String[]::new);
        List<Found> appointments = of(point, Kinds.APPOINTMENTS, ids);
        List<Found> ratings = of(point, Kinds.RATINGS, ids);
        List<Found> cases = of(point, Kinds.BUSINESS_CASE, ids);
        Rendering rendering = rows.rendering(
                point,
                Stream.of(initiatives, appointments, ratings, cases)
                        .flatMap(List::stream)
                        .map(Found::state)
                        .toList());
        Map<String, ObjectNode> roles = byInitiative(appointments, rendering, (_, later) -> later);
        Map<String, ObjectNode> rated = byInitiative(ratings, rendering, (_, later) -> later);
        Map<String, ObjectNode> latest = byInitiative(cases, rendering, BinaryOperator.maxBy(BEGAN));
        return initiatives.stream()
                .map(found -> new Standing(
                        point.asOf(),
                        shown(found, rendering),
                        roles.get(found.id()),
                        rated.get(found.id()),
                        latest.get(found.id())))
                .toList();
    }

    private List<Found> of(Point point, Kind<?, ?> kind, String[] initiatives) {
        return rows.where(point, kind.name(), "r.initiative = any(:initiatives)", Map.of("initiatives", initiatives));
    }

    private static Map<String, ObjectNode> byInitiative(
            List<Found> found, Rendering rendering, BinaryOperator<ObjectNode> which) {
        return found.stream()
                .map(row -> shown(row, rendering))
                .collect(Collectors.toMap(
                        shown -> shown.path("initiative").asString(""), Function.identity(), which, HashMap::new));
    }

    private static ObjectNode shown(Found row, Rendering rendering) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", row.id());
        rendering.render(row.state()).forEachEntry(shown::set);
        return shown;
    }
}
