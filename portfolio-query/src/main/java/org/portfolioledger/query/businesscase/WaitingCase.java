package org.portfolioledger.query.businesscase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.query.answer.PartView;
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
 * @param version that is before the boards
 * @param referredBy id of the board that referred the case up; null: the board is on the route itself
 * @param waitsSince day on which the case was submitted or referred to the board
 * @param reached day from which it is the board's turn; null: a board before it has not decided in favour
 * @param days from the first day of waiting to the day asked about
 * @param missing what keeps the board from the final decision, or from any
 */
record WaitingCase(
        String businessCase,
        String initiative,
        String title,
        @Nullable Integer version,
        @Nullable String referredBy,
        LocalDate waitsSince,
        @Nullable LocalDate reached,
        long days,
        List<Missing> missing) {

    /**
     * Something that a decision waits for.
     *
     * @param board that decides before
     * @param condition its id within the case
     * @param version that was written after the last submission, and not submitted
     * @param until day on which the board takes the case up again; null: not stated
     */
    record Missing(
            MissingThing what,
            @Nullable String board,
            @Nullable String condition,
            @Nullable Integer version,
            @Nullable LocalDate until) {}

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
        END_OF_DEFERRAL
    }

    /** The case as it waits for a board: one element, or none. */
    static List<PartView<WaitingCase>> of(BusinessCaseState state, String board, Viewpoint seen) {
        CaseProgress progress = CaseProgress.of(state);
        Grounded<Submission> submitted = progress.submission(progress.version());
        List<PartView<WaitingCase>> waiting = new ArrayList<>();
        for (RouteStep step : state.waiting())
            if (step.board().equals(board) && submitted != null && step.since() != null)
                waiting.add(
                        PartView.of(state.businessCase(), submitted, of(state, progress, submitted, step, seen), seen));
        return waiting;
    }

    private static WaitingCase of(
            BusinessCaseState state,
            CaseProgress progress,
            Grounded<Submission> submitted,
            RouteStep step,
            Viewpoint seen) {
        LocalDate since = Objects.requireNonNull(step.since());
        return new WaitingCase(
                state.businessCase(),
                state.initiative(),
                state.title().value(),
                progress.version(),
                step.referredBy(),
                since,
                step.reached(),
                ChronoUnit.DAYS.between(since, seen.asOf()),
                missing(state, progress.steps(), submitted, step, seen.asOf()));
    }

    private static List<Missing> missing(
            BusinessCaseState state,
            List<RouteStep> steps,
            Grounded<Submission> submitted,
            RouteStep step,
            LocalDate asOf) {
        List<Missing> missing = new ArrayList<>();
        for (RouteStep earlier : steps.subList(0, steps.indexOf(step)))
            if (earlier.passedOn() == null)
                missing.add(new Missing(MissingThing.EARLIER_BOARD, earlier.board(), null, null, null));
        if (lacksChallenge(state, submitted.value()))
            missing.add(new Missing(MissingThing.CHALLENGE, null, null, null, null));
        state.versions().forEach((number, version) -> {
            if (submitted.isBefore(version))
                missing.add(new Missing(MissingThing.SUBMISSION, null, null, number, null));
        });
        if (step.equals(steps.getLast()))
            for (String condition : state.outstandingConditions())
                missing.add(new Missing(MissingThing.CONDITION, null, condition, null, null));
        LocalDate until = step.deferredUntil();
        if (step.outcome() == BoardOutcome.DEFERRED && (until == null || asOf.isBefore(until)))
            missing.add(new Missing(MissingThing.END_OF_DEFERRAL, null, null, null, until));
        return List.copyOf(missing);
    }

    private static boolean lacksChallenge(BusinessCaseState state, Submission submitted) {
        CaseRoute given = submitted.route();
        return given != null
                && given.challengePanel() != null
                && state.challenges().stream()
                        .noneMatch(challenge -> challenge.value().version() == submitted.version());
    }
}
