package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import tools.jackson.databind.JsonNode;
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
            state.withObject("/reviews");
            if (!state.has("status")) words.put(state, "status", DependencyStatus.PROPOSED);
        }
        if (words.content() instanceof DependencyAgreed agreed) {
            ObjectNode agreements = state.withObject("/agreements");
            words.put(agreements, agreed.side().name(), words.members("dependency"));
            boolean proposed = state.at("/status/value").asString().equals("PROPOSED");
            if (agreements.size() == 2 && proposed) words.put(state, "status", DependencyStatus.AGREED);
        }
        if (words.content() instanceof DependencyAgreementWithdrawn withdrawn
                && state.withObject("/agreements").remove(withdrawn.side().name()) != null
                && state.at("/status/value").asString().equals("AGREED"))
            words.put(state, "status", DependencyStatus.PROPOSED);
        if (words.content() instanceof DependencyNeedChanged changed) words.put(state, "neededBy", changed.neededBy());
        if (words.content() instanceof DependencyReviewed reviewed)
            words.put(state.withObject("/reviews"), reviewed.side().name(), words.members("dependency"));
        if (words.content() instanceof DependencyPromised promised)
            words.put(state, "promisedFor", promised.promisedFor());
        if (words.content() instanceof DependencyStatusUpdated updated) words.put(state, "status", updated.status());
    }

    /** Whether it is promised for later than it is needed, and still to be met. */
    static boolean isConflict(ObjectNode state) {
        String needed = state.at("/neededBy/value").asString("");
        String promised = state.at("/promisedFor/value").asString("");
        boolean met = state.at("/status/value").asString().equals("MET");
        return !isWithdrawn(state)
                && !met
                && !needed.isEmpty()
                && !promised.isEmpty()
                && promised.compareTo(needed) > 0;
    }

    /** What should not be overlooked. */
    static List<String> alerts(JsonNode state, LocalDate day) {
        List<String> alerts = new ArrayList<>();
        String status = state.at("/status/value").asString();
        if (status.equals("MET") || status.equals("WITHDRAWN")) return alerts;
        if (isConflict((ObjectNode) state)) alerts.add("DEPENDENCY_CONFLICT");
        if (doSidesDisagree(state)) alerts.add("DEPENDENCY_SIDES_DISAGREE");
        for (JsonNode review : state.get("reviews"))
            if (NaiveAlerts.hasPassed(review.at("/value/reviewBy"), day)
                    && !alerts.contains("DEPENDENCY_REVIEW_OVERDUE")) alerts.add("DEPENDENCY_REVIEW_OVERDUE");
        return alerts;
    }

    static boolean doSidesDisagree(JsonNode state) {
        String giver = state.at("/reviews/GIVER/value/outlook").asString("");
        String receiver = state.at("/reviews/RECEIVER/value/outlook").asString("");
        return !giver.isEmpty() && !receiver.isEmpty() && !giver.equals(receiver);
    }

    static boolean isWithdrawn(ObjectNode state) {
        return state.at("/status/value").asString().equals("WITHDRAWN");
    }
}
