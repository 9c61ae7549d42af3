package org.portfolioledger.query.naive;

import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a dependency. */
final class NaiveDependency {

    private NaiveDependency() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof DependencyProposed proposed) {
            state.put("id", proposed.dependency()).put("register", proposed.register());
            words.put(state, "giver", proposed.giver());
            words.put(state, "receiver", proposed.receiver());
            words.put(state, "type", proposed.type());
            words.put(state, "importance", proposed.importance());
            words.put(state, "nature", proposed.nature());
            words.put(state, "neededBy", proposed.neededBy());
            words.put(state, "monitoring", proposed.monitoring());
            state.withObject("/agreements");
            if (!state.has("status")) words.put(state, "status", DependencyStatus.PROPOSED);
        }
        if (words.content() instanceof DependencyAgreed agreed) {
            ObjectNode agreements = state.withObject("/agreements");
            words.put(agreements, agreed.side().name(), words.members("dependency"));
            boolean proposed = state.at("/status/value").asString().equals("PROPOSED");
            if (agreements.size() == 2 && proposed) words.put(state, "status", DependencyStatus.AGREED);
        }
        if (words.content() instanceof DependencyPromised promised)
            words.put(state, "promisedFor", promised.promisedFor());
        if (words.content() instanceof DependencyStatusUpdated updated) words.put(state, "status", updated.status());
    }

    /** Whether it is promised for later than it is needed. */
    static boolean isConflict(ObjectNode state) {
        String needed = state.at("/neededBy/value").asString("");
        String promised = state.at("/promisedFor/value").asString("");
        return !isWithdrawn(state) && !needed.isEmpty() && !promised.isEmpty() && promised.compareTo(needed) > 0;
    }

    static boolean isWithdrawn(ObjectNode state) {
        return state.at("/status/value").asString().equals("WITHDRAWN");
    }
}
