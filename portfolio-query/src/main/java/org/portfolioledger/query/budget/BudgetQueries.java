package org.portfolioledger.query.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetSubject;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.SegmentPages;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.budget.BudgetTotals.BudgetTotal;
import org.portfolioledger.query.budget.BudgetTotals.TotalLevel;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The budget lines of a portfolio, an initiative or a register, listed and added up. */
@RestController
@RequestMapping("/api/v1")
final class BudgetQueries {

    private static final String IS_OF_YEAR = "r.kind = 'budget' and jsonb_path_exists(r.state,"
            + " '$.figures.*.*.last.value.money[*].year ? (@ == $year)', jsonb_build_object('year', :year::text))";
    private static final String IS_OF_GROUP = "r.kind = 'portfolio' and exists"
            + " (select from jsonb_object_keys(r.state -> 'businessGroups') g where lower(g) = lower(:businessGroup))";
    private static final String COUNTING =
            "A line counts by what is stated of itself, and for years for which nothing is, by the lines that are managed"
                    + " under it. A line that has ended does not count. Where sources contradict each other and none is"
                    + " preferred, a figure does not count. `overProgramming` is by how much the budgets of what is managed"
                    + " under lines are above those of the lines. The sums of the business groups add up to those of their"
                    + " kind, these to those of the year. `facts` are the positions of the facts behind a sum.";

    private final PortfolioMembers members;
    private final Responses responses;
    private final BudgetViews views;
    private final Rows rows;
    private final SegmentPages segments;

    BudgetQueries(PortfolioMembers members, Responses responses, BudgetViews views, Rows rows, SegmentPages segments) {
        this.members = members;
        this.responses = responses;
        this.views = views;
        this.rows = rows;
        this.segments = segments;
    }

    @GetMapping("/portfolios/{portfolio}/budgets")
    @Operation(summary = "List the budget lines of a portfolio and of its initiatives, with what counts of each")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = "open", of = Whether.class)
            },
            sorts = {"since", "name", "kind"})
    Answer<PageView<BudgetView>> ofPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        return list(request, point, of(point, initiatives(point, id).keySet(), id));
    }

    @GetMapping("/initiatives/{initiative}/budgets")
    @Operation(summary = "List the budget lines of an initiative, with what counts of each")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = "open", of = Whether.class)
            },
            sorts = {"since", "name", "kind"})
    Answer<PageView<BudgetView>> ofInitiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return list(request, point, of(point, List.of(id), null));
    }

    private Answer<PageView<BudgetView>> list(ReadRequest request, TimePoint point, List<BudgetState> budgets) {
        List<BudgetState> wanted = budgets.stream()
                .filter(budget -> isOfKind(budget, request))
                .filter(budget -> SubResources.is(request.filter("open"), budget.isOpen()))
                .filter(budget -> SubResources.is(request.filter("contradictory"), budget.isContradictory()))
                .toList();
        Viewed<List<BudgetView>> viewed = views.list(point, wanted);
        return responses.list(request, point, viewed.seen(), viewed.shown());
    }

    private static boolean isOfKind(BudgetState budget, ReadRequest request) {
        return SubResources.is(
                request.filter("kind"),
                budget.kind() == null ? null : budget.kind().value());
    }

    @GetMapping("/portfolios/{portfolio}/budget-totals")
    @Operation(
            summary = "Add up the budget lines of a portfolio and of its initiatives, by year, kind and business group",
            description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "year", condition = IS_OF_YEAR),
                @Stated(filter = "businessGroup", condition = IS_OF_GROUP)
            },
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "level", of = TotalLevel.class)
            })
    Answer<BudgetTotals> totalsOfPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Map<String, InitiativeState> initiatives = initiatives(point, id);
        return totals(request, point, of(point, initiatives.keySet(), id), initiatives);
    }

    @GetMapping("/registers/{register}/budget-totals")
    @Operation(
            summary = "Add up all budget lines of a register, by year, kind and business group",
            description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "year", condition = IS_OF_YEAR),
                @Stated(filter = "businessGroup", condition = IS_OF_GROUP)
            },
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "level", of = TotalLevel.class)
            })
    Answer<BudgetTotals> totalsOfRegister(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        List<BudgetState> budgets = rows.where(point, Kinds.BUDGET, "r.register = :of", Map.of("of", id)).stream()
                .map(Known::state)
                .toList();
        String[] named = budgets.stream()
                .flatMap(budget -> Stream.ofNullable(budget.subject().value().initiative()))
                .distinct()
                .toArray(String[]::new);
        return totals(
                request,
                point,
                budgets,
                byId(rows.where(point, Kinds.INITIATIVE, "r.id = any(:named::text[])", Map.of("named", named))));
    }

    private Answer<BudgetTotals> totals(
            ReadRequest request, TimePoint point, List<BudgetState> budgets, Map<String, InitiativeState> initiatives) {
        BudgetLines lines = new BudgetLines(views.withThoseUnder(point, budgets));
        Set<String> own = budgets.stream().map(BudgetState::budget).collect(Collectors.toSet());
        List<BudgetState> top = lines.top().stream()
                .filter(budget -> own.contains(budget.budget()))
                .filter(budget -> isOfKind(budget, request))
                .filter(budget -> request.filter("businessGroup").stream()
                        .allMatch(group -> groups(budget, initiatives).stream().anyMatch(group::equalsIgnoreCase)))
                .toList();
        List<BudgetTotal> all = BudgetTotals.of(lines, top, budget -> groups(budget, initiatives)).stream()
                .filter(total ->
                        SubResources.is(request.filter("year"), total.of().year()))
                .filter(total -> SubResources.is(request.filter("level"), total.level()))
                .toList();
        PageView<BudgetTotal> page = Pages.cut(rows, request, point, all);
        int contradicting =
                (int) top.stream().filter(BudgetState::isContradictory).count();
        return responses.answer(
                request,
                point,
                rows.viewpoint(point, List.copyOf(top)),
                new BudgetTotals(top.size(), contradicting, page.items(), page.next()));
    }

    /** Codes of the business groups of a line: its own, or the owners of its initiative. */
    private static List<String> groups(BudgetState budget, Map<String, InitiativeState> initiatives) {
        BudgetSubject subject = budget.subject().value();
        if (subject.businessGroup() != null) return List.of(subject.businessGroup());
        InitiativeState of = subject.initiative() == null ? null : initiatives.get(subject.initiative());
        return of == null ? List.of() : of.owners().value().stream().sorted().toList();
    }

    @GetMapping("/budgets/{budget}/timeline")
    @Operation(
            summary = "List the segments of a budget line by first day: which figures counted when, and how they stood"
                    + " beside the budget",
            description = "What is managed under it is not in the segments: ask for the line on a day.")
    @ReadParameters(Form.HISTORY)
    Answer<PageView<BudgetSegment>> timeline(@PathVariable("budget") String id, ReadRequest request) {
        return segments.list(
                request,
                Kinds.BUDGET,
                id,
                (from, to, budget, first) -> new BudgetSegment(
                        from, to, new Seen<>(BudgetView.of(budget, new BudgetLines(List.of(budget)), first), first)));
    }

    /**
     * What a budget line was through a range of days, as it was to be seen on the first.
     *
     * @param to first day on which it no longer held; null: without end
     */
    record BudgetSegment(
            LocalDate from, @JsonInclude @Nullable LocalDate to, Seen<BudgetView> budget) {}

    private Map<String, InitiativeState> initiatives(TimePoint point, String portfolio) {
        return byId(members.everBelongingTo(point, portfolio));
    }

    private static Map<String, InitiativeState> byId(Collection<Known<InitiativeState>> known) {
        return known.stream()
                .map(Known::state)
                .collect(Collectors.toMap(
                        InitiativeState::initiative, state -> state, (first, _) -> first, TreeMap::new));
    }

    /** Those of some initiatives, and of a portfolio and its business groups, by id; no portfolio: of initiatives alone. */
    private List<BudgetState> of(TimePoint point, Collection<String> initiatives, @Nullable String portfolio) {
        List<String> streams = new ArrayList<>(
                initiatives.stream().map(Kinds.INITIATIVE::stream).toList());
        if (portfolio != null) streams.add(Kinds.PORTFOLIO.stream(portfolio));
        return rows
                .where(
                        point,
                        Kinds.BUDGET,
                        "r.refs && :streams::text[]",
                        Map.of("streams", streams.toArray(String[]::new)))
                .stream()
                .map(Known::state)
                .toList();
    }
}
