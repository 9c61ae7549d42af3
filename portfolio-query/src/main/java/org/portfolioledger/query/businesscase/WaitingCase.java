package org.portfolioledger.query.businesscase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RouteStep;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * A business case that waits for a board.
 *
 * @param version version that is before the boards
 * @param referredBy id of the board that referred the case up; null: the board is on the route itself
 * @param successorOf id of the dissolved board of the route that it replaced; null: it is on the route itself
 * @param waitsSince day on which the case was submitted or referred to the board
 * @param reached day from which it is the board's turn; null: an earlier board has not decided in favour
 * @param days days from the first day of waiting to the day in question
 * @param missing what prevents the board from deciding finally, or at all
 */
record WaitingCase(
        String businessCase,
        String initiative,
        String title,
        @Nullable Integer version,
        @Nullable String referredBy,
        @Nullable String successorOf,
        LocalDate waitsSince,
        @Nullable LocalDate reached,
        long days,
        List<Missing> missing) {

    /**
     * Something that a decision waits for.
     *
     * @param board board that decides earlier, or that succeeded the dissolved one
     * @param condition its id within the case
     * @param version version that was written after the last submission and not submitted
     * @param precedingCase id of the case of the stage before; null: the case follows none
     * @param until day on which the board considers the case again; null: not stated
     */
    record Missing(
            MissingThing what,
            @Nullable String board,
            @Nullable String condition,
            @Nullable Integer version,
            @Nullable String precedingCase,
            @Nullable LocalDate until) {

        private static Missing of(MissingThing what) {
            return new Missing(what, null, null, null, null, null);
        }
    }

    /** What a decision may wait for. */
    enum MissingThing {
        /** A board before it on the route has not decided in favour. */
        EARLIER_BOARD,
        /** The panel has not challenged the version. */
        CHALLENGE,
        /** A newer version was written and not submitted. */
        SUBMISSION,
        /** A condition of an approval is outstanding; it keeps the last board's approval from being final. */
        CONDITION,
        /** The board deferred the case. */
        END_OF_DEFERRAL,
        /** The case of the stage before has no final approval, or one that is too old; it keeps the approval from being final. */
        EARLIER_STAGE,
        /** No equality impact assessment accompanies the final approval. */
        EQUALITY_ASSESSMENT,
        /** No more than an initial equality impact assessment accompanies an approval that lets delivery start. */
        FULL_EQUALITY_ASSESSMENT,
        /** The day until which the limit of the last board was valid has passed. */
        VALID_LIMIT,
        /** The board was dissolved. */
        STANDING_BOARD,
        /** The initiative is closed, or was merged into another. */
        OPEN_INITIATIVE
    }

    /**
     * The case as it waits for a board, or for one whose place that board took: one element, or none.
     *
     * @param boards the board first, then those whose place it took
     */
    static List<PartView<WaitingCase>> of(
            BusinessCaseState state, List<String> boards, Surroundings around, Viewpoint seen) {
        CaseProgress progress = CaseProgress.of(state);
        Grounded<Submission> submitted = progress.submission(progress.version());
        if (submitted == null) return List.of();
        return state.waiting().stream()
                .filter(step -> boards.contains(step.board()) && step.since() != null)
                .min(Comparator.comparingInt(step -> boards.indexOf(step.board())))
                .map(step -> new Waiting(state, progress, submitted, step, boards.getFirst(), around, seen.asOf()))
                .map(waiting -> PartView.of(state.businessCase(), submitted, waiting.shown(), seen))
                .stream()
                .toList();
    }

    /** A case at a step of its way. */
    private record Waiting(
            BusinessCaseState state,
            CaseProgress progress,
            Grounded<Submission> submitted,
            RouteStep step,
            String board,
            Surroundings around,
            LocalDate asOf) {

        WaitingCase shown() {
            LocalDate since = Objects.requireNonNull(step.since());
            return new WaitingCase(
                    state.businessCase(),
                    state.initiative(),
                    state.title().value(),
                    progress.version(),
                    step.referredBy(),
                    step.board().equals(board) ? null : step.board(),
                    since,
                    step.reached(),
                    ChronoUnit.DAYS.between(since, asOf),
                    missing());
        }

        private List<Missing> missing() {
            List<RouteStep> steps = progress.steps();
            List<Missing> missing = new ArrayList<>();
            for (RouteStep earlier : steps.subList(0, steps.indexOf(step)))
                if (earlier.passedOn() == null)
                    missing.add(new Missing(MissingThing.EARLIER_BOARD, earlier.board(), null, null, null, null));
            if (!progress.isChallenged(submitted.value().version())) missing.add(Missing.of(MissingThing.CHALLENGE));
            state.versions().forEach((number, version) -> {
                if (submitted.isBefore(version))
                    missing.add(new Missing(MissingThing.SUBMISSION, null, null, number, null, null));
            });
            if (step.equals(steps.getLast())) addOfFinalApproval(missing);
            LocalDate until = step.deferredUntil();
            if (step.outcome() == BoardOutcome.DEFERRED && (until == null || asOf.isBefore(until)))
                missing.add(new Missing(MissingThing.END_OF_DEFERRAL, null, null, null, null, until));
            BoardState.Dissolution dissolved = around.dissolved();
            if (dissolved != null)
                missing.add(new Missing(MissingThing.STANDING_BOARD, dissolved.successor(), null, null, null, null));
            if (around.isClosed(state.initiative())) missing.add(Missing.of(MissingThing.OPEN_INITIATIVE));
            return List.copyOf(missing);
        }

        private void addOfFinalApproval(List<Missing> missing) {
            for (String condition : state.outstandingConditions())
                missing.add(new Missing(MissingThing.CONDITION, null, condition, null, null, null));
            if (around.lacksEarlierStage(state)) {
                String preceding = state.precedingCase() == null
                        ? null
                        : state.precedingCase().value();
                missing.add(new Missing(MissingThing.EARLIER_STAGE, null, null, null, preceding, null));
            }
            Set<Alert> gaps = around.equalityGaps(state);
            if (gaps.contains(Alert.EQUALITY_ASSESSMENT_MISSING))
                missing.add(Missing.of(MissingThing.EQUALITY_ASSESSMENT));
            if (gaps.contains(Alert.FULL_EQUALITY_ASSESSMENT_MISSING))
                missing.add(Missing.of(MissingThing.FULL_EQUALITY_ASSESSMENT));
            if (around.hasLimitExpired()) missing.add(Missing.of(MissingThing.VALID_LIMIT));
        }
    }
}
