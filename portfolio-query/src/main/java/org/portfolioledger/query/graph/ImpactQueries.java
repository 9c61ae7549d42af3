package org.portfolioledger.query.graph;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.graph.DependencyNetwork.Hit;
import org.portfolioledger.query.graph.DependencyNetwork.Slipping;
import org.portfolioledger.query.graph.ImpactView.AssumedSlip;
import org.portfolioledger.query.graph.ImpactView.SlipStep;
import org.portfolioledger.query.graph.ImpactView.SlippingEnd;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What moves if an initiative slips. */
@RestController
final class ImpactQueries {

    private static final int LONGEST = 36_500;
    private static final String HAS_MILESTONE =
            "r.kind = 'milestones' and exists (select from jsonb_object_keys(r.state -> 'milestones') m"
                    + " where lower(m) = lower(:milestone))";

    private final Responses responses;
    private final Rows rows;
    private final DependencyEdges edges;

    ImpactQueries(Responses responses, Rows rows, DependencyEdges edges) {
        this.responses = responses;
        this.rows = rows;
        this.edges = edges;
    }

    @GetMapping("/api/v1/initiatives/{initiative}/impact")
    @Operation(
            summary =
                    "List what moves if an initiative, or one of its milestones, slips by some days: by which way, by how"
                            + " much, and what that breaks",
            description =
                    "A slip passes on by dependencies that are neither met nor withdrawn. Each absorbs the days between"
                            + " the one for which it is promised and the one by which it is needed; if one of both is not stated, it"
                            + " absorbs none. What was promised for a day that has passed can be met on `asOf` at the earliest. What is"
                            + " expected before `slipsFrom` does not move: by default that is `asOf`, or the day on which the"
                            + " milestone is expected. Whatever else an initiative has planned moves by the days by which it slips. A"
                            + " milestone that was achieved or dropped moves nothing. A benefit of an initiative is delayed where"
                            + " it has figures of a financial year that begins before the initiative's last milestone is then"
                            + " expected, or is to be achieved before that; a year that is over before the slip, and a benefit"
                            + " that somebody has assessed, are not delayed.")
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "milestone", condition = HAS_MILESTONE),
            texts = "slipsFrom",
            counts =
                    @Count(
                            name = "slipDays",
                            least = 1,
                            most = LONGEST,
                            otherwise = 30,
                            meaning = "By how many days it slips."))
    Answer<ImpactView> impact(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        responses.inEffect(request, point, Kinds.INITIATIVE, id);
        int days = request.count("slipDays");
        Milestone milestone = request.filter("milestone")
                .map(one -> milestone(point, id, one))
                .orElse(null);
        boolean isPlanned = milestone == null || milestone.status().value() == MilestoneStatus.PLANNED;
        LocalDate from = request.filter("slipsFrom", KnownAt.Forms::day).orElseGet(() -> from(milestone, point));
        DependencyEnd end = new DependencyEnd(id, null);
        Slipping slipping = isPlanned ? edges.at(point).slipping(end, point.asOf(), from) : Slipping.NONE;
        PageView<Hit> page = Pages.cut(rows, request, point, slipping.hits());
        List<DependencyEdge> steps = page.items().stream()
                .flatMap(hit -> slipping.way().apply(hit).stream())
                .toList();
        Map<String, DependencyState> states = states(point, steps);
        SlipConsequences consequences = SlipConsequences.of(rows, point, initiatives(id, page.items()));
        List<Object> shown = new ArrayList<>(states.values());
        shown.addAll(consequences.states());
        Viewpoint seen = rows.viewpoint(point, shown);
        int hit = (int)
                slipping.hits().stream().filter(one -> one.slips(days) > 0).count();
        ImpactView view = new ImpactView(
                new AssumedSlip(
                        id,
                        milestone == null ? null : milestone.milestone(),
                        from,
                        days,
                        consequences.of(id, isPlanned ? days : 0, from, seen)),
                hit,
                slipping.hits().size() - hit,
                page.items().stream()
                        .map(one -> new SlippingEnd(
                                one.end(),
                                one.slips(days),
                                path(slipping.way().apply(one), states, point.asOf(), days),
                                consequences.of(one.end().initiative(), one.slips(days), from, seen)))
                        .toList(),
                page.next());
        return responses.answer(request, point, seen, view);
    }

    private Milestone milestone(TimePoint point, String initiative, String id) {
        return rows.one(point, Kinds.MILESTONES, initiative)
                .map(Known::state)
                .flatMap(state -> state.milestones().values().stream()
                        .filter(milestone -> milestone.milestone().equalsIgnoreCase(id))
                        .findFirst())
                .orElseThrow(() -> Problem.of(
                        HttpProblem.NOT_FOUND,
                        "%s has no milestone %s then".formatted(Kinds.INITIATIVE.words(initiative), id)));
    }

    private static LocalDate from(@Nullable Milestone milestone, TimePoint point) {
        LocalDate due = milestone == null || milestone.forecast() == null
                ? point.asOf()
                : milestone.forecast().value().firstDay();
        return due.isBefore(point.asOf()) ? point.asOf() : due;
    }

    private static Collection<String> initiatives(String first, List<Hit> hits) {
        TreeSet<String> ids = new TreeSet<>(List.of(first));
        for (Hit hit : hits)
            if (hit.end().initiative() != null) ids.add(hit.end().initiative());
        return ids;
    }

    private Map<String, DependencyState> states(TimePoint point, List<DependencyEdge> steps) {
        TreeSet<String> ids = new TreeSet<>();
        steps.forEach(edge -> ids.add(edge.id()));
        Map<String, DependencyState> states = new HashMap<>();
        for (Known<DependencyState> known : rows.where(point, Kinds.DEPENDENCY, Among.ofIds(ids)))
            states.put(known.id(), known.state());
        return states;
    }

    private static List<SlipStep> path(
            List<DependencyEdge> way, Map<String, DependencyState> states, LocalDate asOf, int days) {
        List<SlipStep> path = new ArrayList<>();
        long left = days;
        for (DependencyEdge edge : way) {
            DependencyState state = Objects.requireNonNull(states.get(edge.id()));
            long absorbed = edge.absorbs(asOf);
            left = Math.max(0, left - absorbed);
            path.add(new SlipStep(
                    edge.id(), edge.giver(), edge.receiver(), state.promisedFor(), state.neededBy(), absorbed, left));
        }
        return path;
    }
}
