package org.portfolioledger.query.status;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.point.Point;
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

    private final Answers answers;
    private final Standings standings;

    StatusQueries(Answers answers, Standings standings) {
        this.answers = answers;
        this.standings = standings;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/status")
    @Operation(
            summary = "What a board sees: its open initiatives, directly or through those above them,"
                    + " with SRO, ratings, stage and alerts")
    @Asks(
            value = Form.LIST,
            sorts = {"name", "level"})
    ResponseEntity<byte[]> status(@PathVariable("portfolio") String id, Asked asked) {
        Point point = answers.point(asked, Kinds.PORTFOLIO, id);
        answers.requireInEffect(point, Kinds.PORTFOLIO, id);
        List<Standing> all = standings.in(point, id);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("countsByRating", RatingCounts.of(all));
        Pages.cut(asked, point, all.stream().map(Standing::shown).toList()).forEachEntry(body::set);
        return answers.answer(asked, point, body);
    }
}
