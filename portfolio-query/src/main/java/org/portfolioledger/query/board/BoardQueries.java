package org.portfolioledger.query.board;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Rendering;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reads of boards and their decisions. */
@RestController
@RequestMapping("/api/v1/boards")
final class BoardQueries {

    private static final String NAMES_BOARD =
            "r.state -> 'outcomes' @> jsonb_build_array(jsonb_build_object('value', jsonb_build_object('board', :board::text)))";

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
            filters = {"register", "parent", "level"},
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
        List<ObjectNode> decisions = new ArrayList<>();
        rows.one(point, Kinds.BOARD.name(), id)
                .ifPresent(board -> decisions.addAll(own(responses.shown(point, board))));
        rows.where(point, Kinds.BUSINESS_CASE.name(), NAMES_BOARD, Map.of("board", id))
                .forEach(found -> decisions.addAll(onCase(responses.shown(point, found), id)));
        decisions.sort(Comparator.<ObjectNode, String>comparing(
                        part -> part.path("since").asString(""))
                .thenComparingLong(Rendering::place));
        return responses.list(request, point, decisions);
    }

    @GetMapping("/{board}/decisions/{decision}")
    @Operation(summary = "Get one decision of a board that concerns no business case")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> decision(
            @PathVariable("board") String id, @PathVariable String decision, ReadRequest request) {
        return responses.item(request, Kinds.BOARD, id, board -> SubResources.one(own(board), decision));
    }

    private static List<ObjectNode> own(ObjectNode board) {
        return SubResources.keyed(board.path("decisions"));
    }

    private static List<ObjectNode> onCase(ObjectNode businessCase, String board) {
        return SubResources.numbered(businessCase.path("outcomes")).stream()
                .filter(outcome -> outcome.path("board").asString("").equals(board))
                .map(outcome ->
                        outcome.put("businessCase", businessCase.path("id").asString("")))
                .toList();
    }
}
