package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Responses.Part;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Viewpoints;
import org.portfolioledger.query.graph.DependencyEdge.Step;
import org.portfolioledger.query.graph.DependencyNetwork.Downstream;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Dependencies as a graph. */
@RestController
final class GraphQueries {

    private static final int FARTHEST = 1000;
    /** So many of the graph as a whole are read at once: of many, all are gone through for each part. */
    private static final int AT_ONCE = 5_000;

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
            summary = "List the edges of the graph of dependencies, by id",
            description =
                    "With `portfolio` those that an initiative of it gives or receives, with `importance` those that are at"
                            + " least so important. With `initiative` those of what is left that lie within `depth` steps of"
                            + " it, with or against their direction. What was withdrawn is no edge.")
    @ReadParameters(
            value = Form.LIST,
            filters = {"portfolio", "initiative", "register"},
            choices = @Choice(filter = "importance", of = Importance.class),
            counts =
                    @Count(
                            name = "depth",
                            least = 1,
                            most = FARTHEST,
                            otherwise = FARTHEST,
                            meaning = "How many steps the edges may be away from `initiative`: 1 are its own."),
            whole = true)
    Answer<PageView<DependencyEdgeView>> graph(ReadRequest request) {
        TimePoint point = point(request);
        List<DependencyEdge> all = asked(request, point);
        Viewpoints viewpoints = rows.viewpoints(point);
        Part<DependencyEdgeView> first =
                part(request, point, all, request.page().limit(), viewpoints);
        boolean whole = request.page().whole();
        PageView<DependencyEdgeView> page = Pages.page(request, point, first.items(), whole ? null : first.after());
        return whole
                ? responses.whole(request, point, page, first, next -> part(next, point, all, AT_ONCE, viewpoints))
                : responses.answer(request, point, first.seen(), page);
    }

    @GetMapping("/api/v1/dependencies/cycles")
    @Operation(
            summary = "List the cycles of dependencies that pass no end twice, each once with its path",
            description = "The shortest come first, then those whose dependencies come first by id. With `portfolio` or"
                    + " `initiative` those that pass one of its initiatives, or that one. There may be more cycles than can"
                    + " be found: `complete` says whether these are all. If not, the longer ones are missing, but of ends"
                    + " that depend on one another at least one cycle is listed.")
    @ReadParameters(
            value = Form.LIST,
            filters = {"portfolio", "initiative", "register"})
    Answer<CyclesView> cycles(ReadRequest request) {
        TimePoint point = point(request);
        String initiative = request.filter("initiative").orElse(null);
        boolean ofPortfolio = request.filter("portfolio").isPresent();
        Set<String> members = request.filter("portfolio")
                .map(portfolio -> members(point, portfolio))
                .orElse(Set.of());
        DependencyNetwork network = edges.at(point);
        ElementaryCycles found = initiative == null && !ofPortfolio
                ? network.cycles()
                : network.cycles(
                        end -> initiative == null ? isOneOf(members, end) : initiative.equals(end.initiative()));
        List<DependencyCycle> wanted = found.cycles().stream()
                .filter(cycle -> !ofPortfolio || cycle.stream().anyMatch(edge -> touches(members, edge)))
                .map(cycle -> new DependencyCycle(path(cycle)))
                .toList();
        PageView<DependencyCycle> page = Pages.cut(rows, request, point, wanted);
        return responses.answer(request, point, null, new CyclesView(found.complete(), page.items(), page.next()));
    }

    @GetMapping("/api/v1/initiatives/{initiative}/downstream")
    @Operation(
            summary =
                    "List the initiatives that depend on an initiative, directly or through others, each with a shortest path")
    @ReadParameters(Form.LIST)
    Answer<PageView<Reached>> downstream(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        responses.inEffect(request, point, Kinds.INITIATIVE, id);
        Downstream downstream = edges.at(point).downstreamOf(new DependencyEnd(id, null));
        PageView<DependencyEnd> page = Pages.cut(rows, request, point, downstream.ends());
        List<Reached> reached = page.items().stream()
                .map(end -> new Reached(end, path(downstream.way().apply(end))))
                .toList();
        return responses.answer(request, point, null, new PageView<>(reached, page.next()));
    }

    /**
     * What is hit by a slip.
     *
     * @param path a shortest way there
     */
    record Reached(@JsonUnwrapped DependencyEnd end, List<Step> path) {}

    /**
     * A cycle.
     *
     * @param steps from one end back to it: the one that comes first, initiatives before all others
     */
    record DependencyCycle(List<Step> steps) {}

    /**
     * Cycles of dependencies.
     *
     * @param complete whether these are all that there are
     * @param next cursor of the page after it; null: it is the last
     */
    record CyclesView(
            boolean complete,
            List<DependencyCycle> items,
            @JsonInclude @Nullable String next) {}

    /** In the register that is asked about, or else in that of the portfolio or the initiative. */
    private TimePoint point(ReadRequest request) {
        return responses.point(request, request.filter("portfolio").isPresent() ? Kinds.PORTFOLIO : Kinds.INITIATIVE);
    }

    /** The edges that are asked for, by id. */
    private List<DependencyEdge> asked(ReadRequest request, TimePoint point) {
        DependencyNetwork cut = cut(request, point);
        return request.filter("initiative")
                .map(id -> cut.around(new DependencyEnd(id, null), request.count("depth")))
                .orElseGet(cut::edges);
    }

    private DependencyNetwork cut(ReadRequest request, TimePoint point) {
        String portfolio = request.filter("portfolio").orElse(null);
        String importance = request.filter("importance").orElse(null);
        if (portfolio == null && importance == null) return edges.at(point);
        List<DependencyEdge> all =
                portfolio == null ? edges.at(point).edges() : edges.touching(point, members(point, portfolio));
        return importance == null
                ? DependencyNetwork.of(all)
                : DependencyNetwork.of(all.stream()
                        .filter(edge -> isAtLeast(edge.importance(), Importance.valueOf(importance)))
                        .toList());
    }

    /** What nobody stated is less than anything that somebody did. */
    private static boolean isAtLeast(Importance importance, Importance least) {
        return least == Importance.NOT_STATED
                || (importance != Importance.NOT_STATED && importance.compareTo(least) >= 0);
    }

    private Part<DependencyEdgeView> part(
            ReadRequest request, TimePoint point, List<DependencyEdge> all, int most, Viewpoints viewpoints) {
        List<String> after = request.page().after();
        int begin = after == null ? 0 : beginAfter(all, after.getFirst());
        int end = Math.min(all.size(), begin + most);
        List<String> ids =
                all.subList(begin, end).stream().map(DependencyEdge::id).toList();
        List<DependencyState> states = rows.where(point, Kinds.DEPENDENCY, Among.ofIds(ids)).stream()
                .map(Known::state)
                .toList();
        Viewpoint seen = viewpoints.of(states);
        return new Part<>(
                states.stream().map(state -> DependencyEdgeView.of(state, seen)).toList(),
                seen,
                end < all.size() ? List.of(ids.getLast()) : null);
    }

    private static int beginAfter(List<DependencyEdge> all, String id) {
        int found =
                Collections.binarySearch(all.stream().map(DependencyEdge::id).toList(), id);
        return found < 0 ? -found - 1 : found + 1;
    }

    private Set<String> members(TimePoint point, String portfolio) {
        return portfolioMembers.everBelongingTo(point, portfolio).stream()
                .map(Known::id)
                .collect(Collectors.toSet());
    }

    private static boolean touches(Set<String> members, DependencyEdge edge) {
        return Stream.of(edge.giver(), edge.receiver()).anyMatch(end -> isOneOf(members, end));
    }

    private static boolean isOneOf(Set<String> members, DependencyEnd end) {
        return end.initiative() != null && members.contains(end.initiative());
    }

    private static List<Step> path(List<DependencyEdge> way) {
        return way.stream().map(DependencyEdge::step).toList();
    }
}
