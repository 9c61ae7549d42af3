package org.portfolioledger.query.naive;

import java.util.Map;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a post. */
final class NaivePost {

    private NaivePost() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof PostEstablished established) {
            state.put("id", established.post()).put("register", established.register());
            words.put(state, "title", established.title());
            words.put(
                    state,
                    "role",
                    established.role() == null || established.portfolio() == null
                            ? null
                            : Map.of("role", established.role(), "portfolio", established.portfolio()));
            words.put(state, "attributes", established.attributes());
        }
        if (words.content() instanceof PostFilled) {
            state.remove("vacancy");
            words.put(state, "holder", words.members("post"));
        }
        if (words.content() instanceof PostVacated) {
            state.remove("holder");
            words.put(state, "vacancy", words.members("post"));
        }
        if (words.content() instanceof PostClosed) {
            state.remove("holder");
            state.remove("vacancy");
            words.put(state, "closure", words.members("post"));
        }
    }
}
