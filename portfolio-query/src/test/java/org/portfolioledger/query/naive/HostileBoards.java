package org.portfolioledger.query.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact;
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
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;

/** Makes facts about boards. */
final class HostileBoards extends HostileFamily {

    HostileBoards(HostileFacts all) {
        super(all);
        makers.put(
                BoardEstablished.class,
                id -> new BoardEstablished(
                        id,
                        register(id),
                        name(),
                        any("CORPORATE", "LOCAL"),
                        texts("Decides", "Advises"),
                        texts("OBC", "POLICY"),
                        maybe(money()),
                        random.nextBoolean() ? 3 : null,
                        maybe("monthly"),
                        maybe(seat(id)),
                        List.of(seat(id), seat(id)),
                        maybe(seat(id)),
                        parent(id),
                        random.nextInt(10) == 0 ? 3L : null,
                        attributes(),
                        on()));
        makers.put(BoardLimitSet.class, id -> new BoardLimitSet(id, money(), maybe(day()), null, on()));
        makers.put(
                BoardRemitChanged.class,
                id -> new BoardRemitChanged(
                        id,
                        texts("Decides", "Advises"),
                        texts("OBC", "POLICY"),
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe("P-1"),
                        null,
                        on()));
        makers.put(
                BoardParentChanged.class,
                id -> new BoardParentChanged(id, parent(id), random.nextInt(10) == 0 ? 3L : null, null, on()));
        makers.put(
                BoardMembershipChanged.class,
                id -> new BoardMembershipChanged(id, maybe(seat(id)), List.of(seat(id)), maybe(seat(id)), null, on()));
        makers.put(
                BoardStandingOrdersChanged.class,
                id -> new BoardStandingOrdersChanged(
                        id, random.nextBoolean() ? 2 : null, maybe("quarterly"), null, on()));
        makers.put(
                BoardAuthorityDelegated.class,
                id -> new BoardAuthorityDelegated(
                        id,
                        "DG" + random.nextInt(2),
                        maybe(holder()),
                        maybe(near("post", id)),
                        texts("OBC", "POLICY"),
                        maybe(money()),
                        random.nextBoolean() ? day() : null,
                        maybe("why"),
                        on()));
        makers.put(
                BoardDelegationRevoked.class,
                id -> new BoardDelegationRevoked(id, "DG" + random.nextInt(2), maybe("why"), on()));
        makers.put(BoardClosed.class, id -> new BoardClosed(id, "dissolved", maybe(near("board", id)), on()));
        makers.put(
                BoardDecided.class,
                id -> new BoardDecided(
                        id,
                        "D" + random.nextInt(3),
                        "POLICY",
                        name(),
                        maybe(near("initiative", id)),
                        maybe(money()),
                        maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe(any("1", "2")),
                        maybe("DG1"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        dissent(),
                        texts("First", "Then"),
                        maybe("because"),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return BoardFact.class;
    }

    @Override
    String kind() {
        return "board";
    }

    @Override
    Some some() {
        return new Some("BD", 2, BoardEstablished.class);
    }

    private @Nullable String parent(String board) {
        return number(board) == 0 ? null : maybe(board(board, 0));
    }

    private Seat seat(String board) {
        return random.nextInt(4) == 0
                ? new Seat(null, null, near("post", board), maybe("TP"))
                : new Seat("P-" + random.nextInt(4), maybe("Commander"), null, maybe("TP"));
    }
}
