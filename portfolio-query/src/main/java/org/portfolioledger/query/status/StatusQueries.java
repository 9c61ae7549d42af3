package org.portfolioledger.query.status;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.PortfolioMembers.CountedRating;
import org.portfolioledger.query.answer.PortfolioMembers.Open;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Responses.Part;
import org.portfolioledger.query.answer.Responses.RowPage;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
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

    StatusQueries(Responses responses, Rows rows, InitiativeOverviews overviews, PortfolioMembers portfolioMembers) {
        this.portfolioMembers = portfolioMembers;
        this.responses = responses;
        this.rows = rows;
        this.overviews = overviews;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/status")
    @Operation(
            summary = "Get the status of a portfolio: its open initiatives, at every level,"
                    + " with SRO, ratings, stage and alerts")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"name", "level"},
            whole = true)
    Answer<StatusView> status(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        responses.inEffect(request, point, Kinds.PORTFOLIO, id);
        Open open = portfolioMembers.openIn(point, id, request.page());
        Part<InitiativeStatus> first = part(request, point, open.onPage());
        List<RatingCount> counts = counts(point, open.counted());
        PageView<InitiativeStatus> page =
                Pages.page(request, point, first.items(), request.page().whole() ? null : first.after());
        StatusView view = new StatusView(counts, page.items(), page.next());
        return request.page().whole()
                ? responses.whole(
                        request,
                        point,
                        view,
                        first,
                        next -> part(next, point, portfolioMembers.openOn(point, id, next.page())))
                : responses.answer(request, point, first.seen(), view);
    }

    private Part<InitiativeStatus> part(ReadRequest request, TimePoint point, Among initiatives) {
        RowPage<InitiativeState> found = responses.page(request, point, Kinds.INITIATIVE, initiatives);
        List<InitiativeOverview> shown = overviews.at(point, found.states());
        Viewpoint seen = rows.viewpoint(point, shown);
        return new Part<>(shown.stream().map(overview -> overview.status(seen)).toList(), seen, found.after());
    }

    private List<RatingCount> counts(TimePoint point, List<CountedRating> counted) {
        Set<String> ids = counted.stream().map(CountedRating::portfolio).collect(Collectors.toSet());
        Map<String, PortfolioState> portfolios =
                rows
                        .where(point, Kinds.PORTFOLIO, "r.id = any(:ids)", Map.of("ids", ids.toArray(String[]::new)))
                        .stream()
                        .collect(Collectors.toMap(Known::id, Known::state));
        return RatingCount.of(counted, portfolios);
    }
}
