package org.portfolioledger.query.status;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The status of a portfolio. */
@RestController
final class StatusQueries {

    private final Responses responses;
    private final PortfolioStatus standings;

    StatusQueries(Responses responses, PortfolioStatus standings) {
        this.responses = responses;
        this.standings = standings;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/status")
    @Operation(
            summary = "Get the status of a portfolio: its open initiatives, directly or through those above them,"
                    + " with SRO, ratings, stage and alerts")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"name", "level"})
    ResponseEntity<byte[]> status(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        responses.requireInEffect(point, Kinds.PORTFOLIO, id);
        List<InitiativeStatus> all = standings.in(point, id);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("countsByRating", RatingCounts.of(all));
        Pages.cut(request, point, all.stream().map(InitiativeStatus::shown).toList())
                .forEachEntry(body::set);
        return responses.answer(request, point, body);
    }
}
