package org.portfolioledger.query.naive;

import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a meeting. */
final class NaiveMeeting {

    private NaiveMeeting() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof MeetingCalled called) {
            state.put("id", called.meeting()).put("register", called.register()).put("board", called.board());
            words.put(state, "plannedFor", called.plannedFor());
            words.put(state, "place", called.place());
            words.put(state, "attributes", called.attributes());
            boolean ended = state.has("attendance") || state.has("closure");
            if (!ended) words.put(state, "status", "CALLED");
            state.withArray("/papers");
            state.withArray("/interests");
        }
        if (words.content() instanceof MeetingRescheduled rescheduled)
            words.put(state, "plannedFor", rescheduled.plannedFor());
        if (words.content() instanceof MeetingAgendaSet set) words.put(state, "agenda", set.items());
        if (words.content() instanceof MeetingPaperCirculated)
            state.withArray("/papers").add(words.ground(words.members("meeting")));
        if (words.content() instanceof InterestDeclared)
            state.withArray("/interests").add(words.ground(words.members("meeting")));
        if (words.content() instanceof MeetingHeld held) {
            ObjectNode there = words.members("meeting");
            there.remove("attendance");
            if (held.attendance() != null) there.put("number", held.attendance());
            else if (!held.present().isEmpty())
                there.put("number", held.present().size());
            words.put(state, "attendance", there);
            words.put(state, "status", "HELD");
        }
        if (words.content() instanceof MeetingMinuted minuted) words.put(state, "minutes", minuted.minutes());
        if (words.content() instanceof MeetingCancelled) {
            words.put(state, "closure", words.members("meeting"));
            words.put(state, "status", "CANCELLED");
        }
    }
}
