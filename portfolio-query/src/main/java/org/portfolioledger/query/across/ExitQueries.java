package org.portfolioledger.query.across;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.InitiativeState.Exit;
import org.portfolioledger.state.InitiativeState.Move;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which initiatives left a portfolio, by an exit or by a move to another. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}/exits")
final class ExitQueries {

    private final Responses responses;
    private final Rows rows;
    private final PortfolioMembers members;
    private final PostHolders posts;

    ExitQueries(Responses responses, Rows rows, PortfolioMembers members, PostHolders posts) {
        this.responses = responses;
        this.rows = rows;
        this.members = members;
        this.posts = posts;
    }

    @GetMapping
    @Operation(
            summary =
                    "List what left a portfolio, by an exit or by a move to another: which initiative, when and why, by whose"
                            + " decision, where it went, its outcome against the last approved case, and who holds its benefits")
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            sorts = {"since", "initiative"})
    Answer<PageView<PartView<LeavingOfPortfolio>>> exits(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        MembersEver ever = members.ever(point, id);
        List<InitiativeState> left = of(point, Kinds.INITIATIVE, List.copyOf(ever.initiatives())).stream()
                .filter(initiative ->
                        !initiative.exits().isEmpty() || !initiative.moves().isEmpty())
                .filter(initiative -> request.filter("initiative")
                        .map(initiative.initiative()::equals)
                        .orElse(true))
                .toList();
        List<String> ids = left.stream().map(InitiativeState::initiative).toList();
        List<AppointmentsState> roles = posts.at(point, of(point, Kinds.APPOINTMENTS, ids));
        Map<String, AppointmentsState> held =
                roles.stream().collect(Collectors.toMap(AppointmentsState::initiative, Function.identity()));
        Map<String, String> now = members.portfoliosOf(point, ids);
        Viewpoint seen = rows.viewpoint(point, List.of(left, roles));
        List<PartView<LeavingOfPortfolio>> exits = left.stream()
                .flatMap(initiative -> Stream.concat(
                                initiative.exits().stream()
                                        .filter(exit -> ever.contain(
                                                initiative.initiative(),
                                                exit.since().minusDays(1)))
                                        .map(exit -> exit.as(exited(initiative, exit.value(), held, now))),
                                initiative.moves().stream()
                                        .filter(move -> isAway(initiative.initiative(), move.since(), ever))
                                        .map(move -> move.as(moved(initiative, move.value(), held, now))))
                        .map(leaving -> PartView.of(Long.toString(leaving.place()), leaving, seen)))
                .sorted(Comparator.<PartView<LeavingOfPortfolio>, LocalDate>comparing(
                                part -> part.grounds().since())
                        .thenComparingLong(PartView::place))
                .toList();
        return responses.list(request, point, seen, exits);
    }

    /** Whether an initiative was in the portfolio until the day, and is not from it on. */
    private static boolean isAway(String initiative, LocalDate day, MembersEver ever) {
        return ever.contain(initiative, day.minusDays(1)) && !ever.contain(initiative, day);
    }

    /** How an initiative leaves a portfolio. */
    enum Way {
        /** It is in none afterwards. */
        EXIT,
        /** It is in another afterwards, or below an initiative that is. */
        MOVE
    }

    /**
     * That an initiative left the portfolio.
     *
     * @param decision position of the board's decision; null: none is named
     * @param decidedBy who decided, in the source's words
     * @param outcome against the last approved case; null of a move
     * @param benefitsHeldBy who answers for the benefits, as the exit states; null of a move
     * @param wentTo where a move put it; null of an exit
     * @param benefitsOwner who has the role of its benefits owner on the day asked about; null: nobody
     * @param liesIn id of the portfolio in which it lies on that day; null: in none
     */
    record LeavingOfPortfolio(
            String initiative,
            Grounded<String> name,
            Way way,
            @Nullable String reason,
            @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable ExitOutcome outcome,
            @Nullable Holder benefitsHeldBy,
            @Nullable Placement wentTo,
            @JsonInclude @Nullable Grounded<Incumbent> benefitsOwner,
            @JsonInclude @Nullable String liesIn) {}

    private static LeavingOfPortfolio exited(
            InitiativeState initiative, Exit exit, Map<String, AppointmentsState> held, Map<String, String> now) {
        return new LeavingOfPortfolio(
                initiative.initiative(),
                initiative.name(),
                Way.EXIT,
                exit.reason(),
                exit.decision(),
                exit.decidedBy(),
                exit.outcome(),
                exit.benefitsHeldBy(),
                null,
                benefitsOwner(held.get(initiative.initiative())),
                now.get(initiative.initiative()));
    }

    private static LeavingOfPortfolio moved(
            InitiativeState initiative, Move move, Map<String, AppointmentsState> held, Map<String, String> now) {
        return new LeavingOfPortfolio(
                initiative.initiative(),
                initiative.name(),
                Way.MOVE,
                move.reason(),
                null,
                move.decidedBy(),
                null,
                null,
                move.to(),
                benefitsOwner(held.get(initiative.initiative())),
                now.get(initiative.initiative()));
    }

    private static @Nullable Grounded<Incumbent> benefitsOwner(@Nullable AppointmentsState roles) {
        return roles == null ? null : roles.incumbent(Role.BENEFITS_OWNER);
    }

    private <S> List<S> of(TimePoint point, Kind<?, S> kind, List<String> ids) {
        if (ids.isEmpty()) return List.of();
        Among among = Among.ofIds(ids);
        return rows.where(point, kind, among.condition(), among.values()).stream()
                .map(Known::state)
                .toList();
    }
}
