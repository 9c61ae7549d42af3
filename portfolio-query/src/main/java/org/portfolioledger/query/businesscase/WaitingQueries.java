package org.portfolioledger.query.businesscase;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
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
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
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

    private static final String NAMES_BOARD = "r.refs && :boards::text[]";

    private final Responses responses;
    private final Rows rows;

    WaitingQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping
    @Operation(
            summary =
                    "List the business cases that wait for a board, or for a dissolved board that it succeeded: since when, and what is"
                            + " missing")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"waitsSince", "reached", "title"})
    Answer<PageView<PartView<WaitingCase>>> waiting(@PathVariable("board") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.BOARD, id);
        BoardState board = rows.one(point, Kinds.BOARD, id).map(Known::state).orElse(null);
        List<String> boards = withPredecessors(point, id);
        List<BusinessCaseState> cases = naming(point, Kinds.BUSINESS_CASE, boards);
        Surroundings around = Surroundings.of(rows, point, board, cases);
        Viewpoint seen = rows.viewpoint(point, cases);
        List<PartView<WaitingCase>> waiting = cases.stream()
                .flatMap(state -> WaitingCase.of(state, boards, around, seen).stream())
                .toList();
        return responses.list(request, point, seen, waiting);
    }

    /** A board, and the dissolved ones whose place it took, directly or one after the other. */
    private List<String> withPredecessors(TimePoint point, String board) {
        List<String> all = new ArrayList<>(List.of(board));
        for (int n = 0; n < all.size(); n++) {
            String successor = all.get(n);
            naming(point, Kinds.BOARD, List.of(successor)).stream()
                    .filter(other -> other.closure() != null
                            && successor.equals(other.closure().value().successor()))
                    .map(BoardState::board)
                    .filter(other -> !all.contains(other))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private <S> List<S> naming(TimePoint point, Kind<?, S> kind, List<String> boards) {
        String[] streams = boards.stream().map(Kinds.BOARD::stream).toArray(String[]::new);
        return rows.where(point, kind, NAMES_BOARD, Map.of("boards", streams)).stream()
                .map(Known::state)
                .toList();
    }
}
