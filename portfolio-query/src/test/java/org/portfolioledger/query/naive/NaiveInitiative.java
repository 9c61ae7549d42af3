package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about an initiative. */
final class NaiveInitiative {

    private NaiveInitiative() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof InitiativeOpened opened) {
            state.put("id", opened.initiative()).put("register", opened.register());
            words.put(state, "openedAs", opened.level());
            words.put(state, "level", opened.level());
            words.put(state, "name", opened.name());
            words.put(state, "formerName", opened.formerName());
            words.put(state, "tier", opened.tier());
            words.put(state, "placement", opened.placement() == null ? Map.of() : opened.placement());
            words.put(state, "owners", opened.owners());
            for (String group : List.of("aliases", "successors", "attributes")) state.withObject("/" + group);
            state.withArray("/exits");
            state.withArray("/moves");
            state.putObject("predecessors");
            opened.continues().forEach(before -> words.put(state.withObject("/predecessors"), before, "CONTINUATION"));
            opened.attributes().forEach((name, value) -> words.put(state.withObject("/attributes"), name, value));
            if (isSomewhere(opened.placement())) state.remove("exit");
        }
        if (words.content() instanceof InitiativeRenamed renamed) words.put(state, "name", renamed.name());
        if (words.content() instanceof InitiativeMoved moved) {
            if (!state.at("/placement/value").isEmpty())
                state.withArray("/moves").add(words.ground(words.members("initiative")));
            words.put(state, "placement", moved.to());
            state.remove("exit");
        }
        if (words.content() instanceof InitiativeExited) {
            words.put(state, "placement", Map.of());
            words.put(state, "exit", words.members("initiative"));
            state.withArray("/exits").add(words.ground(words.members("initiative")));
        }
        if (words.content() instanceof InitiativeAttributesChanged changed) change(state, changed, words);
        if (words.content() instanceof InitiativeAliasGiven given)
            words.put(state.withObject("/aliases"), given.scheme(), given.alias());
        if (words.content() instanceof InitiativeAliasEnded ended)
            state.withObject("/aliases").remove(ended.scheme());
        if (words.content() instanceof InitiativeSplit split)
            words.put(state.withObject("/successors"), split.into(), "SPLIT");
        if (words.content() instanceof InitiativeMerged merged) {
            words.put(state.withObject("/successors"), merged.into(), "MERGER");
            words.put(state, "closure", merged.reason());
        }
        if (words.content() instanceof InitiativeOwnersChanged changed) words.put(state, "owners", changed.owners());
        if (words.content() instanceof InitiativeClosed closed) {
            closed.continuedBy().forEach(next -> words.put(state.withObject("/successors"), next, "CONTINUATION"));
            words.put(state, "closure", closed.reason());
        }
    }

    private static boolean isSomewhere(@Nullable Placement placement) {
        return placement != null && (placement.parent() != null || placement.portfolio() != null);
    }

    private static void change(ObjectNode state, InitiativeAttributesChanged changed, Words words) {
        if (changed.level() != null) words.put(state, "level", changed.level());
        if (changed.tier() != null) words.put(state, "tier", changed.tier());
        changed.without().forEach(name -> state.withObject("/attributes").remove(name));
        changed.attributes().forEach((name, value) -> words.put(state.withObject("/attributes"), name, value));
    }
}
