package org.portfolioledger.query.businesscase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.EqualityAssessments;
import org.portfolioledger.query.overview.EqualityAssessments.CaseOnDay;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/**
 * What besides a business case itself lets a board decide on it, at one point.
 *
 * @param board board for which cases wait; null: it did not exist then
 * @param initiatives of the cases, by id
 * @param preceding cases of the stage before, by id
 */
record Surroundings(
        LocalDate asOf,
        @Nullable BoardState board,
        Map<String, InitiativeState> initiatives,
        Map<String, BusinessCaseState> preceding,
        EqualityAssessments equality) {

    static Surroundings of(Rows rows, TimePoint point, @Nullable BoardState board, List<BusinessCaseState> cases) {
        List<CaseOnDay> onDay =
                cases.stream().map(each -> new CaseOnDay(each, point.asOf())).toList();
        return new Surroundings(
                point.asOf(),
                board,
                byId(
                        rows,
                        point,
                        Kinds.INITIATIVE,
                        cases.stream().map(BusinessCaseState::initiative).toList()),
                byId(
                        rows,
                        point,
                        Kinds.BUSINESS_CASE,
                        cases.stream()
                                .flatMap(each -> Stream.ofNullable(each.precedingCase()))
                                .map(Grounded::value)
                                .toList()),
                EqualityAssessments.of(rows, point, onDay));
    }

    private static <S> Map<String, S> byId(Rows rows, TimePoint point, Kind<?, S> kind, List<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Among among = Among.ofIds(ids);
        Function<Known<S>, S> state = Known::state;
        return rows.where(point, kind, among.condition(), among.values()).stream()
                .collect(Collectors.toMap(Known::id, state));
    }

    /** How the board ended; null: it stands. */
    BoardState.@Nullable Dissolution dissolved() {
        return board == null || board.closure() == null ? null : board.closure().value();
    }

    /** Whether the board has a limit that was valid until an earlier day. */
    boolean hasLimitExpired() {
        return board != null
                && board.limitValidUntil() != null
                && asOf.isAfter(board.limitValidUntil().value());
    }

    boolean isClosed(String initiative) {
        InitiativeState state = initiatives.get(initiative);
        return state != null && !state.isOpen();
    }

    /** What equality impact assessments a final approval on the day would lack. */
    Set<Alert> equalityGaps(BusinessCaseState businessCase) {
        return equality.gaps(new CaseOnDay(businessCase, asOf));
    }

    /** Whether a final approval on the day would lack that of the stage before (rule 6). */
    boolean lacksEarlierStage(BusinessCaseState businessCase) {
        CaseStage needed = businessCase.stage() == null
                ? null
                : businessCase.stage().value().before();
        if (needed == null) return false;
        BusinessCaseState before = businessCase.precedingCase() == null
                ? null
                : preceding.get(businessCase.precedingCase().value());
        if (before == null || before.stage() == null || before.stage().value() != needed) return true;
        Grounded<FinalApproval> approval = before.finalApproval();
        return !before.initiative().equals(businessCase.initiative())
                || approval == null
                || approval.value().isExpired(asOf);
    }
}
