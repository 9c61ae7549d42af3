package org.portfolioledger.query.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Decision;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.VacancyRequestState;
import org.portfolioledger.state.VacancyRequestState.VacancyDecision;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the decisions of boards, and of the authority that they delegated. */
@RestController
@RequestMapping("/api/v1/boards")
final class BoardQueries {

    private static final String NAMES_BOARD = "r.refs @> array[:board::text]";

    private final Responses responses;
    private final Rows rows;
    private final SubResources parts;

    BoardQueries(Responses responses, Rows rows, SubResources parts) {
        this.parts = parts;
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/{board}/decisions")
    @Operation(
            summary =
                    "List the decisions of a board, on business cases, on requests to fill posts and on other matters")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since", "outcome"})
    Answer<PageView<DecisionOfBoard>> decisions(@PathVariable("board") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.BOARD, id);
        Known<BoardState> board = rows.one(point, Kinds.BOARD, id).orElse(null);
        List<Known<BusinessCaseState>> cases =
                rows.where(point, Kinds.BUSINESS_CASE, NAMES_BOARD, Map.of("board", Kinds.BOARD.stream(id)));
        List<Known<VacancyRequestState>> vacancies =
                rows.where(point, Kinds.VACANCY_REQUEST, NAMES_BOARD, Map.of("board", Kinds.BOARD.stream(id)));
        List<Object> states = new ArrayList<>(cases.stream().map(Known::state).toList());
        vacancies.forEach(found -> states.add(found.state()));
        if (board != null) states.add(board.state());
        Viewpoint seen = rows.viewpoint(point, states);
        List<DecisionOfBoard> decisions = new ArrayList<>();
        if (board != null) onOtherMatters(board.state(), seen).forEach(part -> decisions.add(new OnMatter(part)));
        for (Known<BusinessCaseState> found : cases)
            onCase(found, id, seen).forEach(part -> decisions.add(new OnBusinessCase(part)));
        for (Known<VacancyRequestState> found : vacancies)
            onVacancy(found.state(), seen).stream()
                    .filter(part -> id.equals(part.value().decision().board()))
                    .forEach(part -> decisions.add(new OnVacancyRequest(part)));
        decisions.sort(Comparator.<DecisionOfBoard, LocalDate>comparing(
                        decision -> decision.part().grounds().since())
                .thenComparingLong(decision -> decision.part().place()));
        return responses.list(request, point, seen, decisions);
    }

    @GetMapping("/{board}/decisions/{decision}")
    @Operation(summary = "Get one decision of a board that concerns no business case")
    @ReadParameters(Form.ITEM)
    Answer<PartView<Decision>> decision(
            @PathVariable("board") String id, @PathVariable String decision, ReadRequest request) {
        return responses.item(
                request, Kinds.BOARD, id, (board, seen) -> PartView.one(onOtherMatters(board, seen), decision));
    }

    @GetMapping("/{board}/delegations")
    @Operation(summary = "List to whom a board delegated authority, and what became of each delegation")
    @ReadParameters(value = Form.LIST, sorts = "since")
    Answer<PageView<PartView<Delegation>>> delegations(@PathVariable("board") String id, ReadRequest request) {
        return parts.list(
                request, Kinds.BOARD, id, Kinds.BOARD, (board, seen) -> PartView.keyed(board.delegations(), seen));
    }

    @GetMapping("/{board}/delegations/{delegation}")
    @Operation(summary = "Get one delegation of a board")
    @ReadParameters(Form.ITEM)
    Answer<PartView<Delegation>> delegation(
            @PathVariable("board") String id, @PathVariable String delegation, ReadRequest request) {
        return responses.item(
                request,
                Kinds.BOARD,
                id,
                (board, seen) -> PartView.one(PartView.keyed(board.delegations(), seen), delegation));
    }

    /** Those that count first: an id that was retracted may be taken again. */
    static List<PartView<Decision>> onOtherMatters(BoardState board, Viewpoint seen) {
        List<PartView<Decision>> decisions = new ArrayList<>(PartView.keyed(board.decisions(), seen));
        board.retractedDecisions()
                .forEach(
                        retracted -> decisions.add(PartView.of(retracted.value().decision(), retracted, seen)));
        return decisions;
    }

    /** The decisions on a request to fill a post, with those that count no more. */
    static List<PartView<DecisionOnVacancy>> onVacancy(VacancyRequestState vacancy, Viewpoint seen) {
        return vacancy.decided().stream()
                .map(decided -> PartView.of(
                        Long.toString(decided.place()),
                        decided,
                        new DecisionOnVacancy(decided.value(), vacancy.vacancyRequest()),
                        seen))
                .toList();
    }

    /** A decision of a board. */
    sealed interface DecisionOfBoard {
        PartView<?> part();
    }

    /** A decision of a board that concerns no business case. */
    @SchemaName("DecisionOnMatter")
    record OnMatter(@JsonUnwrapped PartView<Decision> part) implements DecisionOfBoard {}

    /** A decision of a board on a business case. */
    @SchemaName("DecisionOnBusinessCase")
    record OnBusinessCase(@JsonUnwrapped PartView<DecisionOnCase> part) implements DecisionOfBoard {}

    /** A decision of a board on a request to fill a post. */
    @SchemaName("DecisionOnVacancyRequest")
    record OnVacancyRequest(@JsonUnwrapped PartView<DecisionOnVacancy> part) implements DecisionOfBoard {}

    /** A decision on a request to fill a post. */
    record DecisionOnVacancy(@JsonUnwrapped VacancyDecision decision, String vacancyRequest) {}

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
