package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ComparedPoints;
import org.portfolioledger.query.answer.ComparedPoints.ComparedPoint;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.graph.DependencyConflict.Mismatch;
import org.portfolioledger.query.graph.DependencyMatrix.MatrixCell;
import org.portfolioledger.query.graph.DependencyMatrix.MatrixPart;
import org.portfolioledger.query.graph.DependencyMovement.Side;
import org.portfolioledger.query.graph.DependencyTheme.Theme;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dependencies that touch a portfolio: counted, compared, and what does not fit together. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}")
final class PortfolioGraphQueries {

    private final PortfolioMembers members;
    private final Responses responses;
    private final Rows rows;

    PortfolioGraphQueries(PortfolioMembers members, Responses responses, Rows rows) {
        this.members = members;
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/dependency-matrix")
    @Operation(
            summary =
                    "Count the dependencies of a portfolio, receivers by givers, programme by programme and by enabling area",
            description =
                    "An initiative is counted with the nearest programme at or above it, or else with the topmost above"
                            + " it, also where that lies in another portfolio. What was withdrawn is not counted. The worst status"
                            + " comes first of MISSED, AT_RISK, PROPOSED, AGREED, MET.")
    @ReadParameters(value = Form.LIST, choices = @Choice(filter = "part", of = MatrixPart.class))
    Answer<PageView<MatrixCell>> matrix(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Collection<DependencyState> touching = inForce(point, id);
        DependencyMatrix matrix = new DependencyMatrix(withThoseAbove(point, touching));
        List<MatrixCell> cells = matrix.cells(touching).stream()
                .filter(cell -> SubResources.is(request.filter("part"), cell.part()))
                .toList();
        return responses.list(request, point, rows.viewpoint(point, touching), cells);
    }

    @GetMapping("/dependency-themes")
    @Operation(
            summary = "List what several dependencies of a portfolio have in common",
            description =
                    "One giver, one receiver, one enabling area, one type: what most have in common comes first. What"
                            + " was withdrawn is not counted.")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "theme", of = Theme.class),
            counts =
                    @Count(
                            name = "atLeast",
                            least = 1,
                            most = 1000,
                            otherwise = 2,
                            meaning = "How many dependencies have it in common at least."))
    Answer<PageView<DependencyTheme>> themes(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Collection<DependencyState> touching = inForce(point, id);
        List<DependencyTheme> themes = DependencyTheme.of(touching, request.count("atLeast")).stream()
                .filter(theme -> SubResources.is(request.filter("theme"), theme.theme()))
                .toList();
        return responses.list(request, point, rows.viewpoint(point, touching), themes);
    }

    @GetMapping("/dependency-conflicts")
    @Operation(
            summary = "List what does not fit together at the dependencies of a portfolio, by how many days",
            description =
                    "Only of those that were neither met nor withdrawn. They are promised for later than they are needed;"
                            + " or were missed; or were not met on the day by which they are needed; or that day is near, and one side"
                            + " has not agreed or nobody promised them; or each side sees them otherwise.")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "mismatch", of = Mismatch.class),
            counts =
                    @Count(
                            name = "within",
                            least = 0,
                            most = 3650,
                            otherwise = 90,
                            meaning = "How many days before it is needed it is near."),
            sorts = {"days", "importance", "mismatch"})
    Answer<PageView<DependencyConflict>> conflicts(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        List<DependencyConflict> conflicts = inForce(point, id).stream()
                .flatMap(one -> DependencyConflict.of(one, point.asOf(), request.count("within")).stream())
                .filter(one -> SubResources.is(request.filter("mismatch"), one.mismatch()))
                .toList();
        return responses.list(request, point, null, conflicts);
    }

    @GetMapping("/dependency-changes")
    @Operation(
            summary = "List what became of the dependencies of a portfolio between two time points",
            description = ComparedPoints.DESCRIPTION)
    @ReadParameters(
            value = Form.COMPARISON,
            texts = {"from", "to"})
    Answer<DependencyMovements> changes(@PathVariable("portfolio") String id, ReadRequest request) {
        ComparedPoints points =
                ComparedPoints.of(responses, request, responses.registerOf(request, Kinds.PORTFOLIO, id), 1);
        if (rows.changed(points.from(), points.to()).isReversed()) throw ReadRequest.reversed("from", "lies after to");
        Map<String, DependencyState> before = touching(points.from(), id);
        Map<String, DependencyState> after = touching(points.to(), id);
        List<DependencyMovement> moved = DependencyMovement.between(
                new Side(before, others(points.from(), before, after)),
                new Side(after, others(points.to(), after, before)));
        List<String> last = request.page().after();
        List<DependencyMovement> rest = last == null
                ? moved
                : moved.stream()
                        .filter(one -> one.dependency().compareTo(last.getFirst()) > 0)
                        .toList();
        List<DependencyMovement> shown = rest.subList(0, Math.min(request.page().limit(), rest.size()));
        List<String> next =
                rest.size() > shown.size() ? points.cursor(shown.getLast().dependency()) : null;
        PageView<DependencyMovement> page = Pages.page(request, points.to(), shown, next);
        return responses.answer(
                request,
                points.to(),
                null,
                new DependencyMovements(
                        ComparedPoint.of(points.from()), ComparedPoint.of(points.to()), page.items(), page.next()));
    }

    /**
     * What became of dependencies between two points.
     *
     * @param next cursor of the page after it; null: it is the last
     */
    record DependencyMovements(
            ComparedPoint from,
            ComparedPoint to,
            List<DependencyMovement> items,
            @JsonInclude @Nullable String next) {}

    /** Those that one of the portfolio's initiatives gives or receives, by id. */
    private Map<String, DependencyState> touching(TimePoint point, String portfolio) {
        String[] streams = members.everBelongingTo(point, portfolio).stream()
                .map(Known::id)
                .map(Kinds.INITIATIVE::stream)
                .toArray(String[]::new);
        Map<String, DependencyState> touching = new TreeMap<>();
        for (Known<DependencyState> known :
                rows.where(point, Kinds.DEPENDENCY, "r.refs && :streams::text[]", Map.of("streams", streams)))
            touching.put(known.id(), known.state());
        return touching;
    }

    private Collection<DependencyState> inForce(TimePoint point, String portfolio) {
        return touching(point, portfolio).values().stream()
                .filter(one -> !one.isWithdrawn())
                .toList();
    }

    /** Those that touch the portfolio at the other point only. */
    private Map<String, DependencyState> others(
            TimePoint point, Map<String, DependencyState> here, Map<String, DependencyState> there) {
        TreeSet<String> ids = new TreeSet<>(there.keySet());
        ids.removeAll(here.keySet());
        Map<String, DependencyState> others = new HashMap<>();
        if (ids.isEmpty()) return others;
        for (Known<DependencyState> known : rows.where(point, Kinds.DEPENDENCY, Among.ofIds(ids)))
            others.put(known.id(), known.state());
        return others;
    }

    /** The initiatives at the ends, and all above them, by id. */
    private Map<String, InitiativeState> withThoseAbove(TimePoint point, Collection<DependencyState> dependencies) {
        Map<String, InitiativeState> found = new HashMap<>();
        Set<String> asked = new TreeSet<>();
        Set<String> next = new TreeSet<>(dependencies.stream()
                .flatMap(one -> Stream.of(one.giver().value(), one.receiver().value()))
                .map(DependencyEnd::initiative)
                .filter(Objects::nonNull)
                .toList());
        while (!next.isEmpty()) {
            asked.addAll(next);
            Set<String> above = new TreeSet<>();
            for (Known<InitiativeState> known : rows.where(point, Kinds.INITIATIVE, Among.ofIds(next))) {
                found.put(known.id(), known.state());
                String parent = known.state().placement().value().parent();
                if (parent != null && !asked.contains(parent)) above.add(parent);
            }
            next = above;
        }
        return found;
    }
}
