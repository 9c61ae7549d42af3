package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;

/** Follows boards to those that took their place. */
public final class BoardSuccession {

    private BoardSuccession() {}

    /** Whether one board is the other, or took its place by a day, which then rests on each closure between the two. */
    public static boolean leads(String asked, String deciding, LocalDate on, Evidence evidence, Findings findings) {
        Set<String> seen = new HashSet<>();
        Findings closures = new Findings();
        String at = asked;
        while (at != null && seen.add(at)) {
            if (at.equals(deciding)) {
                findings.addUnless(false, closures);
                return true;
            }
            Grounded<BoardState.Dissolution> closure = evidence.history(Kinds.BOARD, at)
                    .timeline()
                    .on(on)
                    .map(BoardState::closure)
                    .orElse(null);
            at = closure == null ? null : closures.rest(closure).successor();
        }
        return false;
    }
}
