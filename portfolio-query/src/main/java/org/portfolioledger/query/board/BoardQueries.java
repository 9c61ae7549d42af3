package org.portfolioledger.query.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Decision;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of boards and their decisions. */
@RestController
@RequestMapping("/api/v1/boards")
final class BoardQueries {

    private static final String NAMES_BOARD = "r.refs @> array[:board::text]";

    private final Responses responses;
    private final Rows rows;

    BoardQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping
    @Operation(summary = "List boards")
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "parent", kind = "board"),
            stated = @Stated(filter = "level", condition = "r.kind = 'board' and r.state #>> '{level,value}' = :level"),
            sorts = {"since", "name", "level"})
    ResponseEntity<byte[]> boards(ReadRequest request) {
        return responses.rows(
                request,
                Kinds.BOARD,
                Map.of("parent", "r.parent = :parent", "level", "r.state #>> '{level,value}' = :level"));
    }

    @GetMapping("/{board}")
    @Operation(summary = "Get one board")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> board(@PathVariable("board") String id, ReadRequest request) {
        return responses.item(request, Kinds.BOARD, id);
    }

    @GetMapping("/{board}/decisions")
    @Operation(summary = "List the decisions of a board, on business cases and on other matters")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since", "outcome"})
    ResponseEntity<byte[]> decisions(@PathVariable("board") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.BOARD, id);
        Known<BoardState> board = rows.one(point, Kinds.BOARD, id).orElse(null);
        List<Known<BusinessCaseState>> cases =
                rows.where(point, Kinds.BUSINESS_CASE, NAMES_BOARD, Map.of("board", Kinds.BOARD.stream(id)));
        List<Object> states = new ArrayList<>(cases.stream().map(Known::state).toList());
        if (board != null) states.add(board.state());
        Viewpoint seen = rows.viewpoint(point, states);
        List<PartView<?>> decisions = new ArrayList<>();
        if (board != null) decisions.addAll(onOtherMatters(board.state(), seen));
        for (Known<BusinessCaseState> found : cases) decisions.addAll(onCase(found, id, seen));
        decisions.sort(Comparator.<PartView<?>, LocalDate>comparing(
                        part -> part.grounds().since())
                .thenComparingLong(PartView::place));
        return responses.list(request, point, seen, decisions);
    }

    @GetMapping("/{board}/decisions/{decision}")
    @Operation(summary = "Get one decision of a board that concerns no business case")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> decision(
            @PathVariable("board") String id, @PathVariable String decision, ReadRequest request) {
        return responses.item(
                request, Kinds.BOARD, id, (board, seen) -> PartView.one(onOtherMatters(board, seen), decision));
    }

    /** Those that count first: an id that was retracted may be taken again. */
    private static List<PartView<Decision>> onOtherMatters(BoardState board, Viewpoint seen) {
        List<PartView<Decision>> decisions = new ArrayList<>(PartView.keyed(board.decisions(), seen));
        board.retractedDecisions()
                .forEach(
                        retracted -> decisions.add(PartView.of(retracted.value().decision(), retracted, seen)));
        return decisions;
    }

    /** A decision on a business case. */
    record DecisionOnCase(@JsonUnwrapped Outcome outcome, String businessCase) {}

    private static List<PartView<DecisionOnCase>> onCase(Known<BusinessCaseState> found, String board, Viewpoint seen) {
        return found.state().decided().stream()
                .filter(outcome -> board.equals(outcome.value().board()))
                .map(outcome -> PartView.of(
                        Long.toString(outcome.place()), outcome, new DecisionOnCase(outcome.value(), found.id()), seen))
                .toList();
    }
}
