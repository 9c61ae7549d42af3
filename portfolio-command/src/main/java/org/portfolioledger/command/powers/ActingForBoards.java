package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.PostHolding;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;

/** Tells whether a person acts for a board on a day: as one of its members, or as one to whom it delegated authority. */
public final class ActingForBoards {

    private ActingForBoards() {}

    /**
     * Whether a person does; what shows it is rested on. Where nobody states who sits there, or who is in a post, that
     * cannot be told of anybody.
     */
    public static boolean isOf(String board, String person, LocalDate on, Evidence evidence, Findings findings) {
        Optional<BoardState> state =
                evidence.history(Kinds.BOARD, board).timeline().on(on).filter(held -> held.closure() == null);
        return state.isPresent()
                && (hasSeat(state.get(), person, on, evidence, findings)
                        || isDelegate(state.get(), person, on, evidence, findings));
    }

    /** These boards and those above them that day, each once. */
    public static List<String> upwards(List<String> boards, LocalDate on, Evidence evidence) {
        List<String> all = new ArrayList<>();
        for (String board : boards)
            for (String at = board; at != null && !all.contains(at); at = above(at, on, evidence)) all.add(at);
        return List.copyOf(all);
    }

    private static @Nullable String above(String board, LocalDate on, Evidence evidence) {
        return evidence.history(Kinds.BOARD, board)
                .timeline()
                .on(on)
                .map(BoardState::above)
                .orElse(null);
    }

    private static boolean hasSeat(
            BoardState board, String person, LocalDate on, Evidence evidence, Findings findings) {
        var membership = findings.rest(board.membership());
        return membership.members().isEmpty()
                || membership.seats().stream().anyMatch(seat -> sits(seat, person, on, evidence, findings));
    }

    private static boolean sits(Seat seat, String person, LocalDate on, Evidence evidence, Findings findings) {
        if (seat.person() != null) return seat.person().equals(person);
        return seat.heldByPost() == null
                || PostHolding.of(seat.heldByPost(), on, evidence, findings)
                        .filter(person::equals)
                        .isPresent();
    }

    private static boolean isDelegate(
            BoardState board, String person, LocalDate on, Evidence evidence, Findings findings) {
        Optional<Grounded<Delegation>> held = board.delegations().values().stream()
                .filter(delegation -> delegation.value().holdsOn(on))
                .filter(delegation -> isOf(delegation.value(), person, on, evidence, findings))
                .findFirst();
        held.ifPresent(findings::rest);
        return held.isPresent();
    }

    private static boolean isOf(
            Delegation delegation, String person, LocalDate on, Evidence evidence, Findings findings) {
        if (delegation.heldByPost() != null)
            return PostHolding.of(delegation.heldByPost(), on, evidence, findings)
                    .filter(person::equals)
                    .isPresent();
        String delegate =
                delegation.delegate() == null ? null : delegation.delegate().person();
        return delegate == null || delegate.equals(person);
    }
}
