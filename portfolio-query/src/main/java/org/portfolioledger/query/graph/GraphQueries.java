package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.graph.DependencyEdge.Step;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Dependencies as a graph. */
@RestController
final class GraphQueries {

    private final PortfolioMembers portfolioMembers;
    private final Responses responses;
    private final Rows rows;
    private final DependencyEdges edges;

    GraphQueries(Responses responses, Rows rows, DependencyEdges edges, PortfolioMembers portfolioMembers) {
        this.portfolioMembers = portfolioMembers;
        this.responses = responses;
        this.rows = rows;
        this.edges = edges;
    }

    @GetMapping("/api/v1/dependencies/graph")
    @Operation(
            summary =
                    "Get dependencies as a graph, with the path of every cycle; with a portfolio, those that touch it")
    @ReadParameters(
            value = Form.ITEM,
            filters = {"portfolio", "register"})
    Answer<GraphView> graph(ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO);
        List<DependencyEdge> all = edges.at(point);
        DependencyGraph graph = new DependencyGraph(request.filter("portfolio")
                .map(portfolio -> touching(all, members(point, portfolio)))
                .orElse(all));
        Viewpoint seen = rows.viewpoint(point, graph.edges());
        GraphView view = new GraphView(graph.ends(), shown(graph.edges(), seen), cycles(graph.cycles()));
        return responses.answer(request, point, seen, view);
    }

    @GetMapping("/api/v1/initiatives/{initiative}/downstream")
    @Operation(
            summary =
                    "List the initiatives that depend on an initiative, directly or through others, each with a shortest path;"
                            + " cycles and promises later than needed on these paths")
    @ReadParameters(Form.ITEM)
    Answer<DownstreamView> downstream(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        responses.inEffect(request, point, Kinds.INITIATIVE, id);
        DependencyGraph graph = new DependencyGraph(edges.at(point));
        DependencyEnd from = new DependencyEnd(id, null);
        Map<DependencyEnd, List<DependencyEdge>> ways = graph.downstreamOf(from);
        Set<DependencyEnd> reached = new HashSet<>(ways.keySet());
        reached.add(from);
        List<Reached> items = new ArrayList<>();
        ways.forEach((end, way) -> items.add(new Reached(end, path(way))));
        List<DependencyEdge> conflicts = graph.edges().stream()
                .filter(edge -> edge.conflict() && reached.contains(edge.giver()))
                .toList();
        Viewpoint seen = rows.viewpoint(point, conflicts);
        DownstreamView view = new DownstreamView(
                items,
                shown(conflicts, seen),
                cycles(graph.cycles().stream()
                        .filter(cycle -> reached.contains(cycle.getFirst().giver()))
                        .toList()));
        return responses.answer(request, point, seen, view);
    }

    /** Dependencies as a graph. */
    record GraphView(List<DependencyEnd> nodes, List<DependencyEdge.Shown> edges, List<List<Step>> cycles) {}

    /**
     * What is hit by a slip.
     *
     * @param path a shortest way there
     */
    record Reached(@JsonUnwrapped DependencyEnd end, List<Step> path) {}

    /**
     * What lies downstream of an initiative.
     *
     * @param conflicts promises later than needed along the path
     */
    record DownstreamView(List<Reached> items, List<DependencyEdge.Shown> conflicts, List<List<Step>> cycles) {}

    private Set<String> members(TimePoint point, String portfolio) {
        return portfolioMembers.everBelongingTo(point, portfolio).stream()
                .map(Known::id)
                .collect(Collectors.toSet());
    }

    private static List<DependencyEdge> touching(List<DependencyEdge> edges, Set<String> members) {
        return edges.stream()
                .filter(edge -> touches(members, edge.giver()) || touches(members, edge.receiver()))
                .toList();
    }

    private static boolean touches(Set<String> members, DependencyEnd end) {
        return end.initiative() != null && members.contains(end.initiative());
    }

    private static List<DependencyEdge.Shown> shown(Collection<DependencyEdge> edges, Viewpoint seen) {
        return edges.stream().map(edge -> edge.shown(seen)).toList();
    }

    private static List<List<Step>> cycles(List<List<DependencyEdge>> cycles) {
        return cycles.stream().map(GraphQueries::path).toList();
    }

    private static List<Step> path(List<DependencyEdge> way) {
        return way.stream().map(DependencyEdge::step).toList();
    }
}
