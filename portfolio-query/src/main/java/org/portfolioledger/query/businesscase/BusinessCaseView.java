package org.portfolioledger.query.businesscase;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ChangingByDay;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.RouteStep;
import org.portfolioledger.state.Viewpoint;

/**
 * A business case and its progress through the boards.
 *
 * @param steps the boards of its route in their order
 * @param timeAtBoards days for which each board has had it since it began, over all versions
 * @param alerts what should not be overlooked
 */
public record BusinessCaseView(
        @JsonUnwrapped BusinessCaseState state,
        List<StepView> steps,
        List<TimeAtBoard> timeAtBoards,
        SortedSet<Alert> alerts)
        implements ChangingByDay {

    @Override
    public boolean differs(LocalDate one, LocalDate other) {
        return !CaseProgress.daysAtBoards(state, one).equals(CaseProgress.daysAtBoards(state, other));
    }

    /** Days for which a case has been with a board, up to the final approval or the day in question. */
    public record TimeAtBoard(String board, long days) {}

    /**
     * A board of the route.
     *
     * @param days days for which the version was with the board, up to its decision or the day in question; null: it has not reached the board
     */
    public record StepView(
            @JsonUnwrapped RouteStep step, @Nullable Long days) implements ChangingByDay {

        @Override
        public boolean differs(LocalDate one, LocalDate other) {
            return step.reached() != null && step.until() == null && !one.equals(other);
        }

        private static StepView of(RouteStep step, LocalDate asOf) {
            LocalDate until = step.until() == null ? asOf : step.until();
            return new StepView(step, step.reached() == null ? null : ChronoUnit.DAYS.between(step.reached(), until));
        }
    }

    /** A business case as it is seen from a viewpoint. */
    public static BusinessCaseView of(BusinessCaseState state, Viewpoint seen) {
        List<StepView> steps = CaseProgress.of(state).steps().stream()
                .map(step -> StepView.of(step, seen.asOf()))
                .toList();
        List<TimeAtBoard> times = new ArrayList<>();
        CaseProgress.daysAtBoards(state, seen.asOf()).forEach((board, days) -> times.add(new TimeAtBoard(board, days)));
        return new BusinessCaseView(state, steps, times, Alert.of(state, seen));
    }
}
