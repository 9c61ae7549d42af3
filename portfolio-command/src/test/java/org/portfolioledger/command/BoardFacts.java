package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.Facts.pounds;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact.BoardAuthorityDelegated;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardDelegationRevoked;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;

/** What tests record of boards. */
public final class BoardFacts {

    private BoardFacts() {}

    /** A board for every stage, with a limit of five million pounds and a quorum of three. */
    public static BoardEstablished board(String id, String day) {
        return new BoardEstablished(
                id,
                "ACME",
                "Investment Board",
                "INVESTMENT",
                List.of("approves business cases"),
                List.of("SOC", "OBC", "FBC", "REBASELINE", "POLICY"),
                pounds("5000000.00"),
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

    public static BoardLimitSet limit(String board, String pounds, String day) {
        return new BoardLimitSet(board, pounds(pounds), null, null, on(day));
    }

    public static BoardRemitChanged remit(String board, List<String> decisionTypes, String day) {
        return new BoardRemitChanged(board, List.of(), decisionTypes, null, null, null, on(day));
    }

    public static BoardParentChanged parent(String board, @Nullable String parent, String day) {
        return new BoardParentChanged(board, parent, null, null, on(day));
    }

    public static BoardMembershipChanged sitting(String board, List<String> persons, String day) {
        return new BoardMembershipChanged(
                board,
                null,
                persons.stream()
                        .map(person -> new Seat(person, null, null, null))
                        .toList(),
                null,
                null,
                on(day));
    }

    public static BoardStandingOrdersChanged quorum(String board, @Nullable Integer quorum, String day) {
        return new BoardStandingOrdersChanged(board, quorum, null, null, on(day));
    }

    public static BoardClosed dissolved(String board, String day) {
        return new BoardClosed(board, "Merged", null, on(day));
    }

    public static BoardDecided boardDecided(String board, String decision, String matter, String day) {
        return new BoardDecided(
                board,
                decision,
                matter,
                "A later start",
                null,
                null,
                BoardOutcome.APPROVED,
                null,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                List.of(paper(99)),
                3,
                List.of("p-board"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    /** For the authority over four million pounds and policies, until it is revoked. */
    public static BoardAuthorityDelegated delegated(String board, String delegation, String person, String day) {
        return new BoardAuthorityDelegated(
                board,
                delegation,
                new Holder(person, null),
                null,
                List.of("POLICY", "SOC"),
                pounds("4000000.00"),
                null,
                null,
                on(day));
    }

    public static BoardDelegationRevoked revoked(String board, String delegation, String day) {
        return new BoardDelegationRevoked(board, delegation, null, on(day));
    }

    /** A board that decides on vacancies, of which three members make a quorum. */
    public static BoardEstablished starChamber(String id, String day) {
        return Shape.with(board(id, day), "decisionTypes", List.of("VACANCY"));
    }
}
