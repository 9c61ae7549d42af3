package org.portfolioledger.query.naive;

import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a decision outside boards. */
final class NaiveOutsideDecision {

    private NaiveOutsideDecision() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case OutsideDecisionRecorded recorded -> {
                state.put("id", recorded.outsideDecision()).put("register", recorded.register());
                words.put(state, "subject", recorded.subject());
                words.put(state, "kind", recorded.kind());
                words.put(
                        state,
                        "outcome",
                        words.members(
                                "outsideDecision",
                                "register",
                                "subject",
                                "kind",
                                "initiatives",
                                "portfolio",
                                "attributes"));
                words.put(state, "initiatives", recorded.initiatives());
                words.put(state, "portfolio", recorded.portfolio());
                words.put(state, "attributes", recorded.attributes());
            }
            case OutsideDecisionProgressed _ -> words.put(state, "outcome", words.members("outsideDecision"));
            case OutsideDecisionSuperseded _ -> words.put(state, "closure", words.members("outsideDecision"));
            default -> throw new AssertionError(words);
        }
    }
}
