package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.Optional;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Rule;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.DateQualifier;

/**
 * That a board exists on the day on which it acts (rule 7).
 *
 * @param notBegun the rule that is broken before it begins
 * @param ended the rule that is broken once it was dissolved
 */
public record Existence(Rule notBegun, Rule ended) {

    /**
     * The board on that day, with what is wrong about the day noted; empty: nothing of it is on record by then. One that
     * was only first stated for its date may have existed before it.
     *
     * @param history of a board that is on record
     * @param pointer to where a body states the day
     */
    public Optional<BoardState> require(
            History<RecordedFact, BoardState> history, LocalDate on, String pointer, Findings findings) {
        Optional<BoardState> first =
                history.timeline().segments().stream().findFirst().map(Segment::state);
        Optional<BoardState> board = history.timeline().on(on).or(() -> first.filter(Existence::mayBeEarlier));
        if (board.isEmpty()) first.ifPresent(later -> findings.note(beginsLater(later, on, pointer)));
        board.ifPresent(held -> {
            boolean begun = mayBeEarlier(held) || !held.level().since().isAfter(on);
            if (held.isOpen()) findings.require(begun, beginsLater(held, on, pointer));
            findings.requireOpen(held, "Board " + held.board(), ended, pointer);
        });
        return board;
    }

    private static boolean mayBeEarlier(BoardState board) {
        return board.level().dateQualifier() == DateQualifier.NO_LATER_THAN;
    }

    private Finding beginsLater(BoardState board, LocalDate on, String pointer) {
        Grounded<String> beginning = board.level();
        return Finding.of(notBegun, "Board %s begins on %s, after %s".formatted(board.board(), beginning.since(), on))
                .against(beginning)
                .at(pointer);
    }
}
