package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;

/** What tests tell of boards. */
public final class BoardHistory {

    private BoardHistory() {}

    public static GovernanceFact board(String id, String day) {
        return new BoardFact.BoardEstablished(
                id,
                "MPS",
                "Investment board",
                "CORPORATE",
                List.of(),
                List.of("OBC"),
                null,
                3,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact boardDecided(String board, String decision, String day) {
        return boardDecided(board, decision, null, day);
    }

    /** A board's decision that concerns an initiative; null: none. */
    public static GovernanceFact boardDecided(String board, String decision, @Nullable String initiative, String day) {
        return new BoardFact.BoardDecided(
                board,
                decision,
                "POLICY",
                "A policy",
                initiative,
                null,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }
}
