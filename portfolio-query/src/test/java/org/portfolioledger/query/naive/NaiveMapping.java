package org.portfolioledger.query.naive;

import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a mapping of spreadsheets. */
final class NaiveMapping {

    private NaiveMapping() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case ImportMappingDefined defined -> {
                state.put("id", defined.mapping()).put("register", defined.register());
                words.put(state, "name", defined.name());
                words.put(state.withObject("/versions"), "1", words.members("mapping", "register", "name"));
            }
            case ImportMappingRedefined redefined -> {
                if (state.isEmpty()) return;
                words.put(
                        state.withObject("/versions"),
                        Integer.toString(redefined.version()),
                        words.members("mapping", "version"));
            }
            case ImportMappingWithdrawn _ -> words.put(state, "closure", words.members("mapping"));
            default -> throw new AssertionError(words);
        }
    }
}
