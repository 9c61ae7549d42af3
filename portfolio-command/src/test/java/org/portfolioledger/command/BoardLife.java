package org.portfolioledger.command;

import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link BoardFact}. */
final class BoardLife implements Life<BoardState> {

    @Override
    public Kind<?, BoardState> kind() {
        return Kinds.BOARD;
    }

    @Override
    public String id() {
        return "B0";
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 9) {
            case 0 -> BoardFacts.limit("B0", Integer.toString(sent.which() - 1), day);
            case 1 -> BoardFacts.remit("B0", List.of(sent.other() % 2 == 0 ? "POLICY" : "SOC"), day);
            case 2 -> BoardFacts.dissolved("B0", day);
            case 3 -> BoardFacts.board("B0", day);
            case 4 -> BoardFacts.sitting("B0", List.of("p-board", "p" + sent.which() % 4, "p-owner"), day);
            case 5 -> BoardFacts.quorum("B0", sent.which() % 4 == 0 ? null : sent.which() % 4, day);
            case 6 -> BoardFacts.delegated("B0", "DG" + sent.which() % 2, "p-board", day);
            case 7 -> BoardFacts.revoked("B0", "DG" + sent.which() % 2, day);
            default -> BoardFacts.boardDecided("B0", "D" + sent.which() % 3, "POLICY", day);
        };
    }

    /** Only decisions follow a dissolution. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "board-B0",
                Kinds.BOARD,
                fact -> fact instanceof BoardClosed,
                Set.of(BoardEstablished.class, BoardDecided.class));
        staysClosed(given, Kinds.BOARD, "B0", BoardClosed.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("BOARD_CLOSED_ALREADY");
    }
}
