package org.portfolioledger.query.graph;

import io.swagger.v3.oas.annotations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.graph.DependencyEdge.End;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dependencies as a graph. */
@RestController
final class GraphQueries {

    private final Responses responses;
    private final Rows rows;
    private final DependencyEdges needs;

    GraphQueries(Responses responses, Rows rows, DependencyEdges needs) {
        this.responses = responses;
        this.rows = rows;
        this.needs = needs;
    }

    @GetMapping("/api/v1/dependencies/graph")
    @Operation(
            summary =
                    "Get dependencies as a graph, with the path of every cycle; with a portfolio, those that touch it")
    @ReadParameters(
            value = Form.ITEM,
            filters = {"portfolio", "register"})
    ResponseEntity<byte[]> graph(ReadRequest request) {
        TimePoint point = request.filter("portfolio").isPresent() && request.register() == null
                ? responses.point(
                        request, Kinds.PORTFOLIO, request.filter("portfolio").get())
                : responses.point(request);
        List<DependencyEdge> all = needs.at(point);
        DependencyGraph graph = new DependencyGraph(request.filter("portfolio")
                .map(portfolio -> touching(all, new HashSet<>(rows.membersOf(point, portfolio))))
                .orElse(all));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = body.putArray("nodes");
        graph.ends().forEach(end -> nodes.add(end.page()));
        ArrayNode edges = body.putArray("edges");
        graph.needs().forEach(need -> edges.add(need.page()));
        body.set("cycles", cycles(graph.cycles()));
        return responses.answer(request, point, body);
    }

    @GetMapping("/api/v1/initiatives/{initiative}/downstream")
    @Operation(
            summary =
                    "List the initiatives that depend on an initiative, directly or through others, each with a shortest path;"
                            + " cycles and promises later than needed on these paths")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> downstream(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        responses.requireInEffect(point, Kinds.INITIATIVE, id);
        DependencyGraph graph = new DependencyGraph(needs.at(point));
        End from = new End(true, id);
        Map<End, List<DependencyEdge>> ways = graph.downstreamOf(from);
        Set<End> reached = new HashSet<>(ways.keySet());
        reached.add(from);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        ways.forEach((end, way) -> {
            ObjectNode item = items.addObject();
            item.setAll(end.page());
            item.set("path", path(way));
        });
        ArrayNode conflicts = body.putArray("conflicts");
        graph.needs().stream()
                .filter(need -> need.isConflict() && reached.contains(need.giver()))
                .forEach(need -> conflicts.add(need.page()));
        body.set(
                "cycles",
                cycles(graph.cycles().stream()
                        .filter(cycle -> reached.contains(cycle.getFirst().giver()))
                        .toList()));
        return responses.answer(request, point, body);
    }

    private static List<DependencyEdge> touching(List<DependencyEdge> needs, Set<String> members) {
        return needs.stream()
                .filter(need -> touches(members, need.giver()) || touches(members, need.receiver()))
                .toList();
    }

    private static boolean touches(Set<String> members, End end) {
        return end.initiative() && members.contains(end.key());
    }

    private static ArrayNode cycles(List<List<DependencyEdge>> cycles) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        cycles.forEach(cycle -> all.add(path(cycle)));
        return all;
    }

    private static ArrayNode path(List<DependencyEdge> way) {
        ArrayNode path = JsonNodeFactory.instance.arrayNode();
        for (DependencyEdge need : way) {
            ObjectNode step = path.addObject();
            step.put("dependency", need.id());
            step.set("giver", need.giver().page());
            step.set("receiver", need.receiver().page());
        }
        return path;
    }
}
