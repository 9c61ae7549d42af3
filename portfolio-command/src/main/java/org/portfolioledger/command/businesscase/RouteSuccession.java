package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Dissolution;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RouteStep;

/** A board that replaced one of the route decides in its place, from the day on which that one was dissolved (rule 6). */
final class RouteSuccession {

    private RouteSuccession() {}

    /** The board of the route in whose place a board decides; null: it is on the route itself, or replaced none of it. */
    static @Nullable String of(DecideOnCase decide, BusinessCaseState state, Evidence evidence, Findings findings) {
        String board = decide.board();
        String stated = decide.successorOf();
        findings.requireKnown(Kinds.BOARD, stated, "/successorOf", evidence);
        Optional<String> replaced =
                board == null ? Optional.empty() : replaced(decide, board, state, evidence, findings);
        findings.require(
                stated == null || replaced.filter(stated::equals).isPresent(),
                Finding.of(
                                BusinessCaseRule.NOT_THE_SUCCESSOR,
                                "Board %s decides in place of %s on %s"
                                        .formatted(
                                                board,
                                                replaced.map(other -> "board " + other)
                                                        .orElse("no other board"),
                                                decide.provenance().effectiveOn()))
                        .at("/successorOf"));
        return stated == null ? replaced.orElse(null) : stated;
    }

    /** Of the boards that it may stand for, the one whose turn it is; none where it is its own. */
    private static Optional<String> replaced(
            DecideOnCase decide, String board, BusinessCaseState state, Evidence evidence, Findings findings) {
        LocalDate on = decide.provenance().effectiveOn();
        List<RouteStep> steps = CaseProgress.of(state).steps(decide.version());
        List<RouteStep> due = new ArrayList<>(
                steps.stream().filter(step -> step.passedOn() == null).toList());
        // One that all boards of the route passed is at its last board.
        if (due.isEmpty() && !steps.isEmpty()) due.add(steps.getLast());
        for (RouteStep step : due) {
            if (step.board().equals(board)) return Optional.empty();
            List<Grounded<Dissolution>> closures = closures(step.board(), board, on, evidence);
            closures.forEach(findings::rest);
            if (!closures.isEmpty()) return Optional.of(step.board());
        }
        return Optional.empty();
    }

    /** The closures by which one board came in the place of another; none: it did not. */
    private static List<Grounded<Dissolution>> closures(
            String replaced, String board, LocalDate on, Evidence evidence) {
        List<Grounded<Dissolution>> closures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = replaced;
        while (next != null && seen.add(next) && !next.equals(board)) {
            Grounded<Dissolution> closure = evidence.history(Kinds.BOARD, next)
                    .timeline()
                    .on(on)
                    .map(BoardState::closure)
                    .orElse(null);
            if (closure != null) closures.add(closure);
            next = closure == null ? null : closure.value().successor();
        }
        return board.equals(next) ? closures : List.of();
    }
}
