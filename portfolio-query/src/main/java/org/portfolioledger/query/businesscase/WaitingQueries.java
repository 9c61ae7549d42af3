package org.portfolioledger.query.businesscase;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which business cases wait for a board. */
@RestController
@RequestMapping("/api/v1/boards/{board}/waiting")
final class WaitingQueries {

    private static final String NAMES_BOARD = "r.refs @> array[:board::text]";

    private final Responses responses;
    private final Rows rows;

    WaitingQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping
    @Operation(summary = "List the business cases that wait for a board: since when, and what is missing")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"waitsSince", "reached", "title"})
    Answer<PageView<PartView<WaitingCase>>> waiting(@PathVariable("board") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.BOARD, id);
        List<BusinessCaseState> cases =
                rows.where(point, Kinds.BUSINESS_CASE, NAMES_BOARD, Map.of("board", Kinds.BOARD.stream(id))).stream()
                        .map(Known::state)
                        .toList();
        Viewpoint seen = rows.viewpoint(point, cases);
        List<PartView<WaitingCase>> waiting = cases.stream()
                .flatMap(state -> WaitingCase.of(state, id, seen).stream())
                .toList();
        return responses.list(request, point, seen, waiting);
    }
}
