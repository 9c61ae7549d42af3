package org.portfolioledger.query.naive;

import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about an action. */
final class NaiveAction {

    private NaiveAction() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof ActionOpened opened) {
            state.put("id", opened.action()).put("register", opened.register());
            words.put(state, "initiative", opened.initiative());
            words.put(state, "subject", opened.subject());
            // What was stated for an earlier day stays where this states nothing.
            if (opened.owner() != null) words.put(state, "owner", opened.owner());
            if (opened.dueOn() != null) words.put(state, "dueOn", opened.dueOn());
            ObjectNode origin = words.members().retain("decision", "recommendation", "meeting", "risk");
            words.put(state, "origin", opened.origin() == null ? origin : origin.put("description", opened.origin()));
            words.put(state, "attributes", opened.attributes());
            if (!state.has("closure")) words.put(state, "status", "OPEN");
        }
        if (words.content() instanceof ActionProgressed progressed) words.put(state, "progress", progressed.progress());
        if (words.content() instanceof ActionHandedOn handed) words.put(state, "owner", handed.owner());
        if (words.content() instanceof ActionRescheduled rescheduled) words.put(state, "dueOn", rescheduled.dueOn());
        if (words.content() instanceof ActionDone) {
            words.put(state, "status", "DONE");
            words.put(state, "closure", words.members("action"));
        }
        if (words.content() instanceof ActionDropped dropped) {
            words.put(state, "status", "DROPPED");
            ObjectNode end = Words.JSON.createObjectNode();
            end.putArray("evidence");
            words.put(state, "closure", end.put("reason", dropped.reason()));
        }
    }
}
