package org.portfolioledger.query.status;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.PortfolioMembers.Open;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Responses.Part;
import org.portfolioledger.query.answer.Responses.RowPage;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.benefit.BenefitCounts;
import org.portfolioledger.query.benefit.BenefitsInBrief;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.overview.LateReport;
import org.portfolioledger.query.overview.StatusPart;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The status of a portfolio. */
@RestController
final class StatusQueries {

    private final PortfolioMembers portfolioMembers;
    private final Responses responses;
    private final Rows rows;
    private final InitiativeOverviews overviews;
    private final PortfolioFigures figures;
    private final BenefitCounts benefits;

    StatusQueries(
            Responses responses,
            Rows rows,
            InitiativeOverviews overviews,
            PortfolioMembers portfolioMembers,
            PortfolioFigures figures,
            BenefitCounts benefits) {
        this.benefits = benefits;
        this.figures = figures;
        this.portfolioMembers = portfolioMembers;
        this.responses = responses;
        this.rows = rows;
        this.overviews = overviews;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/status")
    @Operation(
            summary =
                    "Get the status of a portfolio: its open initiatives, at every level, with the people accountable,"
                            + " ratings and their trends, stage, milestones, risks, conflicts, recommendations, late reports,"
                            + " benefits and alerts",
            description =
                    "`include` names the parts that are wanted, with commas between them: ROLES, MILESTONES, RISKS,"
                            + " CONFLICTS, RECOMMENDATIONS, REPORTS, BENEFITS and TOTALS. Without it all parts but TOTALS are there: those"
                            + " are counted over the whole portfolio, each with the path of the list behind it.")
    @ReadParameters(
            value = Form.LIST,
            texts = "include",
            sorts = {"name", "level"},
            whole = true)
    Answer<StatusView> status(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        PortfolioState portfolio = responses.inEffect(request, point, Kinds.PORTFOLIO, id);
        Set<StatusPart> parts = StatusParts.of(request);
        List<ReportingCycleState> cycles =
                parts.contains(StatusPart.REPORTS) ? LateReport.openCycles(rows, point, id) : List.of();
        Open open = portfolioMembers.openIn(point, id, request.page());
        Part<InitiativeStatus> first = part(request, point, id, open.onPage(), parts, cycles);
        List<RatingCount> counts = figures.ratings(point, id, open.counted());
        PageView<InitiativeStatus> page =
                Pages.page(request, point, first.items(), request.page().whole() ? null : first.after());
        StatusTotals totals = parts.contains(StatusPart.TOTALS) ? figures.at(point, portfolio) : null;
        StatusView view = new StatusView(counts, totals, page.items(), page.next());
        return request.page().whole()
                ? responses.whole(
                        request,
                        point,
                        view,
                        first,
                        next -> part(next, point, id, portfolioMembers.openOn(point, id, next.page()), parts, cycles))
                : responses.answer(request, point, first.seen(), view);
    }

    private Part<InitiativeStatus> part(
            ReadRequest request,
            TimePoint point,
            String portfolio,
            Among initiatives,
            Set<StatusPart> parts,
            List<ReportingCycleState> cycles) {
        RowPage<InitiativeState> found =
                responses.page(request, point, Kinds.INITIATIVE, initiatives, Map.of(StatusParts.INCLUDE, "true"));
        List<InitiativeOverview> shown = overviews.at(point, found.states());
        Map<String, List<ReviewState>> reviews = parts.contains(StatusPart.RECOMMENDATIONS)
                ? StatusParts.critical(rows, point, found.states())
                : Map.of();
        Map<String, BenefitsInBrief> benefits = parts.contains(StatusPart.BENEFITS)
                ? this.benefits.inBrief(
                        point,
                        portfolio,
                        found.states().stream().map(InitiativeState::initiative).toList())
                : Map.of();
        Viewpoint seen = rows.viewpoint(point, List.of(shown, reviews, cycles));
        List<InitiativeStatus> items = new ArrayList<>();
        for (InitiativeOverview overview : shown) {
            String id = overview.initiative().initiative();
            items.add(overview.status(
                    seen,
                    parts,
                    parts.contains(StatusPart.RECOMMENDATIONS)
                            ? StatusParts.critical(reviews.getOrDefault(id, List.of()), seen)
                            : null,
                    parts.contains(StatusPart.REPORTS) ? LateReport.of(id, cycles, point.asOf()) : null,
                    benefits.get(id)));
        }
        return new Part<>(items, seen, found.after());
    }
}
