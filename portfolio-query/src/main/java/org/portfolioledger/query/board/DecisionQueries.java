package org.portfolioledger.query.board;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.Difference.ChangeOverTime;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.FactHistory;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.RestingOn;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.board.BoardQueries.DecisionOfBoard;
import org.portfolioledger.query.board.BoardQueries.DecisionOnCase;
import org.portfolioledger.query.board.BoardQueries.OnBusinessCase;
import org.portfolioledger.query.board.BoardQueries.OnMatter;
import org.portfolioledger.query.board.BoardQueries.OnVacancyRequest;
import org.portfolioledger.query.board.PapersOnRecord.PaperOnRecord;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.BoardState.Membership;
import org.portfolioledger.state.BoardState.Remit;
import org.portfolioledger.state.BoardState.StandingOrders;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.VacancyRequestState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.Lineages;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Any decision of a board, with all that it was made on and all that came of it. */
@RestController
final class DecisionQueries {

    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;
    private final FactHistory history;
    private final TimePointResolver points;
    private final FactDecoder reading = new FactDecoder();

    DecisionQueries(Responses responses, Rows rows, StoredFacts facts, FactHistory history, TimePointResolver points) {
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
        this.history = history;
        this.points = points;
    }

    @GetMapping("/api/v1/decisions/{position}")
    @Operation(
            summary =
                    "Get any decision by the position of a fact that states it: the board with its authority on that day,"
                            + " who was present, the papers, the place on the route, what it changed, what rests on it, and what was recorded with it")
    @ReadParameters(Form.RECORD)
    Answer<DecisionInContext> decision(@PathVariable String position, ReadRequest request) {
        StoredEvent fact = points.factAt(position(position), request.sight()).orElseThrow(() -> noDecision(position));
        TimePoint known = responses.point(request, fact.register());
        if (!known.counts(fact)) throw Responses.notKnown(request, known, "The decision");
        EffectiveEntry<RecordedFact> said = said(known, fact);
        if (said == null || !(said.content().fact() instanceof BoardDecision decision)) throw noDecision(position);
        TimePoint then = known.on(said.effectiveOn());
        Asked asked = new Asked(request, then, fact, said, decision);
        return switch (decision) {
            case BoardDecided onMatter -> onMatter(asked, onMatter);
            case BusinessCaseDecided onCase -> onCase(asked, onCase);
            case VacancyDecided onVacancy -> onVacancy(asked, onVacancy);
        };
    }

    /**
     * A decision with its circumstances.
     *
     * @param day on which it was made
     * @param decision null: it cannot be read at present
     * @param authority the board's powers on that day; null: the decision names no board
     * @param meeting meeting in which it was made; null: none on record
     * @param step its place on the route of the business case; null: it concerns none
     * @param difference what the fact changed of the case, the request or the board that was decided on, as in histories; null: it could not
     *     be folded
     * @param resting the facts that rest on it
     * @param recordedTogether all facts of the command that recorded it, itself among them
     */
    record DecisionInContext(
            LocalDate day,
            @Nullable DecisionOfBoard decision,
            @Nullable Authority authority,
            @Nullable EntityView<MeetingState> meeting,
            List<PaperOnRecord> papers,
            @Nullable PlaceOnRoute step,
            @Nullable Seen<List<ChangeOverTime>> difference,
            List<FactInShort> resting,
            List<FactInShort> recordedTogether) {}

    /**
     * What a board might do on a day: what did not hold any more by then is left out.
     *
     * @param limit null: none is stated, or it was valid until an earlier day
     * @param limitValidUntil last day on which the last limit holds; null: until another is set
     * @param delegation by which it was decided; null: by none, or it did not hold on that day
     */
    record Authority(
            String board,
            Grounded<String> name,
            Grounded<String> level,
            Grounded<Remit> remit,
            @Nullable Grounded<Money> limit,
            @Nullable Grounded<LocalDate> limitValidUntil,
            Grounded<StandingOrders> standingOrders,
            Grounded<Membership> membership,
            @Nullable Grounded<String> parent,
            @Nullable Grounded<Delegation> delegation) {

        static Authority of(BoardState board, @Nullable String delegation, LocalDate day) {
            boolean lapsed = board.limitValidUntil() != null
                    && day.isAfter(board.limitValidUntil().value());
            Grounded<Delegation> given =
                    delegation == null ? null : board.delegations().get(delegation);
            return new Authority(
                    board.board(),
                    board.name(),
                    board.level(),
                    board.remit(),
                    lapsed ? null : board.limit(),
                    board.limitValidUntil(),
                    board.standingOrders(),
                    board.membership(),
                    board.parent(),
                    given == null || !given.value().holdsOn(day) ? null : given);
        }
    }

    /**
     * A place on a route.
     *
     * @param route boards in the order in which they decide on the version, as it stood before the decision
     * @param number 1, 2, 3, …; null: the board is not on the route
     */
    record PlaceOnRoute(List<String> route, @Nullable Integer number) {

        static PlaceOnRoute of(BusinessCaseState businessCase, Grounded<Outcome> decided) {
            List<String> route = CaseProgress.before(businessCase, decided)
                    .boards(decided.value().version());
            String board = decided.value().board();
            int place = board == null ? -1 : route.indexOf(board);
            return new PlaceOnRoute(route, place < 0 ? null : place + 1);
        }
    }

    /** A fact by its place. */
    record FactInShort(long position, String type, String stream, LocalDate effectiveOn) {

        static FactInShort of(StoredEvent fact) {
            return new FactInShort(fact.position(), fact.type(), fact.stream(), fact.effectiveOn());
        }
    }

    /** Which decision was asked for. */
    private record Asked(
            ReadRequest request,
            TimePoint then,
            StoredEvent fact,
            EffectiveEntry<RecordedFact> said,
            BoardDecision decided) {

        boolean isStatedBy(Grounded<?> grounded) {
            return grounded.place() == said.origin();
        }
    }

    private Answer<DecisionInContext> onMatter(Asked asked, BoardDecided decided) {
        BoardState board = board(asked.then(), decided.board());
        return answer(
                asked,
                decided.papers(),
                null,
                null,
                seen -> board == null
                        ? Optional.empty()
                        : BoardQueries.onOtherMatters(board, seen).stream()
                                .filter(part -> part.place() == asked.said().origin())
                                .findFirst()
                                .map(OnMatter::new));
    }

    private Answer<DecisionInContext> onCase(Asked asked, BusinessCaseDecided decided) {
        BusinessCaseState businessCase = rows.one(asked.then(), Kinds.BUSINESS_CASE, decided.businessCase())
                .map(Known::state)
                .orElse(null);
        Optional<Grounded<Outcome>> outcome = Stream.ofNullable(businessCase)
                .flatMap(state -> state.decided().stream())
                .filter(asked::isStatedBy)
                .findFirst();
        return answer(
                asked,
                decided.papers(),
                businessCase,
                businessCase == null
                        ? null
                        : outcome.map(stated -> PlaceOnRoute.of(businessCase, stated))
                                .orElse(null),
                seen -> outcome.map(stated -> new OnBusinessCase(PartView.of(
                        Long.toString(stated.place()),
                        stated,
                        new DecisionOnCase(stated.value(), decided.businessCase()),
                        seen))));
    }

    private Answer<DecisionInContext> onVacancy(Asked asked, VacancyDecided decided) {
        VacancyRequestState vacancy = rows.one(asked.then(), Kinds.VACANCY_REQUEST, decided.vacancyRequest())
                .map(Known::state)
                .orElse(null);
        return answer(
                asked,
                List.of(),
                vacancy,
                null,
                seen -> vacancy == null
                        ? Optional.empty()
                        : BoardQueries.onVacancy(vacancy, seen).stream()
                                .filter(part -> part.place() == asked.said().origin())
                                .findFirst()
                                .map(OnVacancyRequest::new));
    }

    /**
     * The circumstances of a decision.
     *
     * @param decidedOn the case or the request; null: neither, or it is not on record any more
     * @param decision shows it from a viewpoint; empty: it cannot be read at present
     */
    private Answer<DecisionInContext> answer(
            Asked asked,
            List<Paper> papers,
            @Nullable Object decidedOn,
            @Nullable PlaceOnRoute step,
            Function<Viewpoint, Optional<? extends DecisionOfBoard>> decision) {
        TimePoint then = asked.then();
        LocalDate day = asked.said().effectiveOn();
        BoardState board = board(then, asked.decided().board());
        String held = asked.decided().meeting();
        MeetingState meeting = held == null
                ? null
                : rows.one(then, Kinds.MEETING, held).map(Known::state).orElse(null);
        List<ChangeOverTime> difference = history.difference(then, asked.fact());
        Viewpoint seen = seen(then, board, meeting, decidedOn);
        DecisionInContext shown = new DecisionInContext(
                day,
                decision.apply(seen).orElse(null),
                board == null ? null : Authority.of(board, asked.decided().delegation(), day),
                meeting == null ? null : EntityView.of(meeting, seen),
                PapersOnRecord.of(rows, then, papers, meeting),
                step,
                difference == null ? null : new Seen<>(difference, null),
                resting(then, asked.fact()),
                recordedTogether(then, asked.fact()));
        return responses.answer(asked.request(), then, seen, shown);
    }

    private @Nullable BoardState board(TimePoint then, @Nullable String board) {
        return board == null
                ? null
                : rows.one(then, Kinds.BOARD, board).map(Known::state).orElse(null);
    }

    private Viewpoint seen(TimePoint then, @Nullable Object... states) {
        List<Object> shown = new ArrayList<>();
        for (Object state : states) if (state != null) shown.add(state);
        return rows.viewpoint(then, shown);
    }

    private List<FactInShort> resting(TimePoint point, StoredEvent fact) {
        SortedSet<Long> positions = RestingOn.of(rows, point, fact);
        return facts.at(point, positions).stream().map(FactInShort::of).toList();
    }

    private List<FactInShort> recordedTogether(TimePoint point, StoredEvent fact) {
        return facts.recordedWith(point, fact).stream().map(FactInShort::of).toList();
    }

    /** What the lineage of a fact says, as far as its stream can be folded; null: nothing. */
    private @Nullable EffectiveEntry<RecordedFact> said(TimePoint known, StoredEvent fact) {
        Responses.requireFolded(known, fact);
        List<StoredEvent> folded = facts.of(known, List.of(fact.stream())).stream()
                .filter(each -> Responses.isFolded(known, each))
                .toList();
        Lineages<RecordedFact> lineages = reading.recorded(folded).lineages();
        List<Long> members = lineages.lineageOf(fact.position()).stream()
                .map(Entry::position)
                .toList();
        return lineages.asKnownAt(known.position()).stream()
                .filter(entry -> members.contains(entry.position()))
                .findFirst()
                .orElse(null);
    }

    private static long position(String text) {
        try {
            return KnownAt.Forms.position(text);
        } catch (DateTimeException e) {
            throw noDecision(text);
        }
    }

    private static Problem noDecision(String position) {
        return Problem.of(HttpProblem.NOT_FOUND, "No fact at position " + position + " states a decision of a board");
    }
}
