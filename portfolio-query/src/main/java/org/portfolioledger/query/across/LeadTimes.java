package org.portfolioledger.query.across;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Viewpoint;

/**
 * How long business cases took from their first submission to the final approval by a board.
 *
 * @param board that gave the final approvals; null: the source does not name it
 * @param counted number of cases of which both days are on record, exact to the day
 * @param totalDays that these took together
 * @param meanDays average days that each of them took, to one decimal; null: none is counted
 * @param cases cases behind the number, by the day of their approval, including those that are not counted
 */
record LeadTimes(
        @Nullable String board,
        int counted,
        long totalDays,
        @Nullable BigDecimal meanDays,
        List<PartView<LeadTime>> cases) {

    private static final String NOT_NAMED = "";

    /**
     * How long one case took to one final approval; the position of that approval is its id.
     *
     * @param submittedOn day on which it was first submitted; null: no submission is on record
     * @param approvedOn day on which it was finally approved
     * @param days days between the two
     * @param inexact true: one of both is not exact to the day, and the case is not counted; null: both are
     */
    record LeadTime(
            String businessCase,
            String initiative,
            @Nullable Grounded<LocalDate> submittedOn,
            LocalDate approvedOn,
            @Nullable Long days,
            @Nullable Boolean inexact) {

        private static LeadTime of(BusinessCaseState state, Grounded<FinalApproval> approval) {
            Grounded<LocalDate> submitted = approval.value().submittedOn();
            boolean inexact = !approval.isExact() || (submitted != null && !submitted.isExact());
            return new LeadTime(
                    state.businessCase(),
                    state.initiative(),
                    submitted,
                    approval.since(),
                    submitted == null ? null : ChronoUnit.DAYS.between(submitted.since(), approval.since()),
                    inexact ? true : null);
        }
    }

    /**
     * By board, the final approvals of some cases.
     *
     * @param isWanted whether one of an initiative is, on a day
     */
    static List<LeadTimes> byBoard(
            List<BusinessCaseState> cases, BiPredicate<String, LocalDate> isWanted, Viewpoint seen) {
        Map<String, List<PartView<LeadTime>>> byBoard = new TreeMap<>();
        for (BusinessCaseState state : cases)
            for (Grounded<FinalApproval> approval : state.finalApprovals())
                if (isWanted.test(state.initiative(), approval.since()))
                    byBoard.computeIfAbsent(
                                    Objects.requireNonNullElse(approval.value().board(), NOT_NAMED),
                                    _ -> new ArrayList<>())
                            .add(PartView.of(
                                    Long.toString(approval.place()), approval.as(LeadTime.of(state, approval)), seen));
        List<LeadTimes> all = new ArrayList<>();
        byBoard.forEach((board, approved) -> all.add(of(board, approved)));
        return all;
    }

    private static LeadTimes of(String board, List<PartView<LeadTime>> approved) {
        List<Long> days = approved.stream()
                .filter(part -> part.value().inexact() == null)
                .map(part -> part.value().days())
                .filter(Objects::nonNull)
                .toList();
        long total = days.stream().mapToLong(Long::longValue).sum();
        BigDecimal mean = days.isEmpty()
                ? null
                : BigDecimal.valueOf(total).divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP);
        List<PartView<LeadTime>> ordered = approved.stream()
                .sorted((one, other) ->
                        one.value().approvedOn().compareTo(other.value().approvedOn()))
                .toList();
        return new LeadTimes(board.equals(NOT_NAMED) ? null : board, days.size(), total, mean, ordered);
    }
}
