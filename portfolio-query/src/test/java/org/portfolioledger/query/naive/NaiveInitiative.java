package org.portfolioledger.query.naive;

import java.util.Map;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about an initiative. */
final class NaiveInitiative {

    private NaiveInitiative() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof InitiativeOpened opened) {
            state.put("id", opened.initiative()).put("register", opened.register());
            words.put(state, "level", opened.level());
            words.put(state, "name", opened.name());
            words.put(state, "formerName", opened.formerName());
            words.put(state, "tier", opened.tier());
            words.put(state, "placement", opened.placement() == null ? Map.of() : opened.placement());
            words.put(state, "owners", opened.owners());
            words.put(state, "continues", opened.continues());
            words.put(state, "attributes", opened.attributes());
        }
        if (words.content() instanceof InitiativeRenamed renamed) words.put(state, "name", renamed.name());
        if (words.content() instanceof InitiativeMoved moved) words.put(state, "placement", moved.to());
        if (words.content() instanceof InitiativeOwnersChanged changed) words.put(state, "owners", changed.owners());
        if (words.content() instanceof InitiativeClosed) words.put(state, "closure", words.members("initiative"));
    }
}
