package org.portfolioledger.command;

import java.util.Optional;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;

/** Finds the decision of a board that a command names by its position. */
public final class StandingDecision {

    private StandingDecision() {}

    /** What is said now in the place of the decision at a position: it may have been corrected or retracted. */
    public static Optional<EffectiveEntry<RecordedFact>> at(long position, Evidence evidence) {
        return evidence.fact(position)
                .flatMap(StandingDecision::board)
                .flatMap(board -> evidence.history(Kinds.BOARD, board).entries().stream()
                        .filter(entry -> entry.content().counts())
                        .filter(entry -> entry.origin() == position || entry.position() == position)
                        .findFirst());
    }

    private static Optional<String> board(RecordedFact recorded) {
        GovernanceFact fact = recorded.fact();
        GovernanceFact said = fact instanceof Corrected corrected ? corrected.replacement() : fact;
        return said instanceof BoardDecided decided ? Optional.of(decided.board()) : Optional.empty();
    }
}
