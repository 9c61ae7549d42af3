package org.portfolioledger.query.naive;

import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a register. */
final class NaiveRegister {

    private NaiveRegister() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof RegisterOpened opened) {
            state.put("id", opened.register());
            words.put(state, "name", opened.name());
        }
        if (words.content() instanceof RegisterWentLive) words.put(state, "live", true);
        if (words.content() instanceof DataStandardDefined) words.put(state, "dataStandard", words.members("register"));
    }
}
