package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.BoardState.Membership;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.PostState.PostHolder;

/**
 * Tells whether one of some persons acts for a board, also through a post on record. Unlike where a decision is judged, whoever
 * cannot be told from others does not: a right needs a name.
 */
final class BoardHolding {

    private BoardHolding() {}

    /** What shows that one of them is its secretary that day; empty: none is. */
    static List<Grounded<?>> secretary(String board, Set<String> persons, LocalDate day, Evidence evidence) {
        return on(board, day, evidence)
                .map(BoardState::membership)
                .map(membership ->
                        sitting(Stream.ofNullable(membership.value().secretary()), membership, persons, day, evidence))
                .orElse(List.of());
    }

    /** What shows that one of them sits on it, or that it delegated authority to one of them, that day; empty: neither. */
    static List<Grounded<?>> seatOrDelegation(String board, Set<String> persons, LocalDate day, Evidence evidence) {
        BoardState state = on(board, day, evidence).orElse(null);
        if (state == null) return List.of();
        Grounded<Membership> membership = state.membership();
        List<Grounded<?>> seat = sitting(membership.value().seats().stream(), membership, persons, day, evidence);
        if (!seat.isEmpty()) return seat;
        return state.delegations().values().stream()
                .filter(delegation -> delegation.value().holdsOn(day))
                .map(delegation -> delegated(delegation, persons, day, evidence))
                .filter(grounds -> !grounds.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<BoardState> on(String board, LocalDate day, Evidence evidence) {
        return evidence.history(Kinds.BOARD, board).timeline().on(day);
    }

    private static List<Grounded<?>> sitting(
            Stream<Seat> seats, Grounded<?> stated, Set<String> persons, LocalDate day, Evidence evidence) {
        return seats.map(seat -> held(seat.person(), seat.heldByPost(), stated, persons, day, evidence))
                .filter(grounds -> !grounds.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Grounded<?>> delegated(
            Grounded<Delegation> stated, Set<String> persons, LocalDate day, Evidence evidence) {
        Delegation delegation = stated.value();
        String person =
                delegation.delegate() == null ? null : delegation.delegate().person();
        return held(person, delegation.heldByPost(), stated, persons, day, evidence);
    }

    private static List<Grounded<?>> held(
            @Nullable String person,
            @Nullable String post,
            Grounded<?> stated,
            Set<String> persons,
            LocalDate day,
            Evidence evidence) {
        if (person != null) return persons.contains(person) ? List.of(stated) : List.of();
        if (post == null) return List.of();
        Grounded<PostHolder> holder = evidence.history(Kinds.POST, post)
                .timeline()
                .on(day)
                .map(PostState::holder)
                .orElse(null);
        if (holder == null || !persons.contains(holder.value().person())) return List.of();
        List<Grounded<?>> grounds = new ArrayList<>();
        grounds.add(stated);
        grounds.add(holder);
        return List.copyOf(grounds);
    }
}
