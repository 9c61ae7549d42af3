package org.portfolioledger.query.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.SegmentPages;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.budget.BudgetTotals.BudgetTotal;
import org.portfolioledger.query.budget.BudgetTotals.TotalLevel;
import org.portfolioledger.query.figures.FiguresList;
import org.portfolioledger.query.figures.FiguresScope;
import org.portfolioledger.query.figures.FiguresScopes;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.FinancialYear;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The budget lines of a portfolio, an initiative or a register, listed and added up. */
@RestController
@RequestMapping("/api/v1")
final class BudgetQueries {

    private static final String COUNTING =
            "A line counts by what is stated of itself, and for years for which nothing is, by the lines that are managed"
                    + " under it. A line that has ended does not count. Where sources contradict each other and none is"
                    + " preferred, a figure does not count. `overProgramming` is by how much the budgets of what is managed"
                    + " under lines are above those of the lines. The sums of the business groups add up to those of their"
                    + " kind, these to those of the year. `facts` are the positions of the facts behind a sum, at"
                    + " most the first 100; `href` is the list of all lines that were added.";
    private static final String LISTING =
            "`counts` asks for what counts in the totals by itself, and not with a line under which it is managed;"
                    + " `businessGroups` for what exactly these codes, with commas between them, own together.";

    private final FiguresScopes scopes;
    private final Responses responses;
    private final BudgetViews views;
    private final Rows rows;
    private final SegmentPages segments;

    BudgetQueries(FiguresScopes scopes, Responses responses, BudgetViews views, Rows rows, SegmentPages segments) {
        this.scopes = scopes;
        this.responses = responses;
        this.views = views;
        this.rows = rows;
        this.segments = segments;
    }

    @GetMapping("/portfolios/{portfolio}/budgets")
    @Operation(
            summary = "List the budget lines of a portfolio and of its initiatives, with what counts of each",
            description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP),
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = "open", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "name", "kind"})
    Answer<PageView<BudgetView>> ofPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        return list(request, point, scopes.ofPortfolio(point, id));
    }

    @GetMapping("/registers/{register}/budgets")
    @Operation(summary = "List the budget lines of a register, with what counts of each", description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP),
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = "open", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "name", "kind"})
    Answer<PageView<BudgetView>> ofRegister(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        return list(request, point, scopes.ofRegister(point, id));
    }

    @GetMapping("/initiatives/{initiative}/budgets")
    @Operation(summary = "List the budget lines of an initiative, with what counts of each", description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP),
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = "open", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "name", "kind"})
    Answer<PageView<BudgetView>> ofInitiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return list(request, point, scopes.ofInitiativeAlone(point, id));
    }

    private Answer<PageView<BudgetView>> list(ReadRequest request, TimePoint point, FiguresScope scope) {
        List<BudgetState> all = scope.all(rows, point, Kinds.BUDGET);
        Set<String> counting = request.filter(FiguresList.COUNTS).isEmpty()
                ? Set.of()
                : lines(point, all).top().stream().map(BudgetState::budget).collect(Collectors.toSet());
        List<BudgetState> wanted = all.stream()
                .filter(budget -> isAskedFor(budget, scope, request))
                .filter(budget -> SubResources.is(request.filter("open"), budget.isOpen()))
                .filter(budget -> SubResources.is(request.filter("contradictory"), budget.isContradictory()))
                .filter(budget ->
                        SubResources.is(request.filter(FiguresList.COUNTS), counting.contains(budget.budget())))
                .toList();
        Viewed<List<BudgetView>> viewed = views.list(point, wanted);
        return responses.list(request, point, viewed.seen(), viewed.shown());
    }

    private BudgetLines lines(TimePoint point, List<BudgetState> budgets) {
        return new BudgetLines(views.withThoseUnder(point, budgets));
    }

    private static boolean isAskedFor(BudgetState budget, FiguresScope scope, ReadRequest request) {
        return SubResources.is(
                        request.filter("kind"),
                        budget.kind() == null ? null : budget.kind().value())
                && FiguresList.isAskedFor(scope, budget, request);
    }

    @GetMapping("/portfolios/{portfolio}/budget-totals")
    @Operation(
            summary = "Add up the budget lines of a portfolio and of its initiatives, by year, kind and business group",
            description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP),
            texts = "year",
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "level", of = TotalLevel.class)
            })
    Answer<BudgetTotals> totalsOfPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        return totals(request, point, scopes.ofPortfolio(point, id));
    }

    @GetMapping("/registers/{register}/budget-totals")
    @Operation(
            summary = "Add up all budget lines of a register, by year, kind and business group",
            description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP),
            texts = "year",
            choices = {
                @Choice(filter = "kind", of = BudgetKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "level", of = TotalLevel.class)
            })
    Answer<BudgetTotals> totalsOfRegister(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        return totals(request, point, scopes.ofRegister(point, id));
    }

    private Answer<BudgetTotals> totals(ReadRequest request, TimePoint point, FiguresScope scope) {
        Optional<FinancialYear> year = request.filter("year", FinancialYear::parse);
        List<BudgetState> budgets = scope.all(rows, point, Kinds.BUDGET);
        BudgetLines lines = lines(point, budgets);
        Set<String> own = budgets.stream().map(BudgetState::budget).collect(Collectors.toSet());
        List<BudgetState> top = lines.top().stream()
                .filter(budget -> own.contains(budget.budget()))
                .filter(budget -> isAskedFor(budget, scope, request))
                .toList();
        Map<String, String> filters = new TreeMap<>(request.filters());
        filters.keySet().removeAll(Set.of("year", "level"));
        FiguresList behind = FiguresList.behind(point, scope, "budgets", filters);
        List<BudgetTotal> all = BudgetTotals.of(lines, top, scope::groups, behind).stream()
                .filter(total -> year.stream()
                        .allMatch(wanted -> wanted.equals(total.of().year())))
                .filter(total -> SubResources.is(request.filter("level"), total.level()))
                .toList();
        PageView<BudgetTotal> page = Pages.cut(rows, request, point, all);
        int contradicting =
                (int) top.stream().filter(BudgetState::isContradictory).count();
        return responses.answer(
                request,
                point,
                rows.viewpoint(point, List.copyOf(top)),
                new BudgetTotals(top.size(), contradicting, page.items(), behind.href(), page.next()));
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
}
