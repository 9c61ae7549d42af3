package org.portfolioledger.query.naive;

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
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a board and its decisions that concern no business case. */
final class NaiveBoard {

    private NaiveBoard() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof BoardEstablished board) {
            state.put("id", board.board()).put("register", board.register());
            words.put(state, "name", board.name());
            words.put(state, "level", board.level());
            words.put(state, "remit", remit(words));
            // What was stated for an earlier day stands where this is silent.
            if (board.limit() != null) {
                words.put(state, "limit", board.limit());
                state.remove("limitValidUntil");
            }
            boolean orders = board.quorum() != null || board.cadence() != null;
            if (orders || !state.has("standingOrders")) words.put(state, "standingOrders", orders(words));
            boolean seats = board.chair() != null || !board.members().isEmpty() || board.secretary() != null;
            if (seats || !state.has("membership")) words.put(state, "membership", seats(words));
            words.put(state, "parent", board.parent());
            words.put(state, "parentDecision", board.decision());
            words.put(state, "attributes", board.attributes());
            state.withObject("/delegations");
            state.withObject("/decisions");
            state.withArray("/retractedDecisions");
        }
        if (words.content() instanceof BoardLimitSet set) {
            words.put(state, "limit", set.limit());
            words.put(state, "limitValidUntil", set.validUntil());
        }
        if (words.content() instanceof BoardMembershipChanged) words.put(state, "membership", seats(words));
        if (words.content() instanceof BoardStandingOrdersChanged) words.put(state, "standingOrders", orders(words));
        if (words.content() instanceof BoardRemitChanged) words.put(state, "remit", remit(words));
        if (words.content() instanceof BoardParentChanged changed) {
            words.put(state, "parent", changed.parent());
            words.put(state, "parentDecision", changed.decision());
        }
        if (words.content() instanceof BoardAuthorityDelegated delegated)
            words.put(
                    state.withObject("/delegations"),
                    delegated.delegation(),
                    words.members("board").put("revoked", false));
        if (words.content() instanceof BoardDelegationRevoked revoked
                && state.at("/delegations/" + revoked.delegation() + "/value") instanceof ObjectNode before) {
            ObjectNode after = before.deepCopy().put("revoked", true);
            if (revoked.reason() == null) after.remove("reason");
            else after.put("reason", revoked.reason());
            words.put(state.withObject("/delegations"), revoked.delegation(), after);
        }
        if (words.content() instanceof BoardClosed)
            words.put(state, "closure", words.members().retain("reason", "successor"));
        if (words.content() instanceof BoardDecided decided) decide(state, decided, words);
    }

    private static ObjectNode remit(Words words) {
        return words.members().retain("functions", "decisionTypes", "decision", "decidedBy");
    }

    private static ObjectNode orders(Words words) {
        return words.members().retain("quorum", "cadence");
    }

    private static ObjectNode seats(Words words) {
        return words.members().retain("chair", "members", "secretary");
    }

    private static void decide(ObjectNode state, BoardDecided decided, Words words) {
        ObjectNode decision = words.members("board");
        if (words.retracted() == null) words.put(state.withObject("/decisions"), decided.decision(), decision);
        else state.withArray("/retractedDecisions").add(words.ground(decision.put("retracted", words.retracted())));
    }
}
