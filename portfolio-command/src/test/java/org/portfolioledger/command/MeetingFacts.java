package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;

/** What tests record of meetings. */
public final class MeetingFacts {

    private MeetingFacts() {}

    public static MeetingCalled meeting(String id, String board, String plannedFor, String day) {
        return new MeetingCalled(id, "ACME", board, LocalDate.parse(plannedFor), null, new TreeMap<>(), on(day));
    }

    public static MeetingRescheduled rescheduled(String meeting, String plannedFor, String day) {
        return new MeetingRescheduled(meeting, LocalDate.parse(plannedFor), null, on(day));
    }

    /** One item. */
    public static MeetingAgendaSet agenda(String meeting, @Nullable String businessCase, String day) {
        return new MeetingAgendaSet(
                meeting, List.of(new AgendaItem("1", "New homes", null, businessCase, null)), on(day));
    }

    /** A paper that has its number as content. */
    public static MeetingPaperCirculated circulated(String meeting, int paper, String day) {
        return new MeetingPaperCirculated(meeting, null, paper(paper), null, on(day));
    }

    public static InterestDeclared interest(String meeting, String person, @Nullable String item, String day) {
        return new InterestDeclared(meeting, person, item, "Owns land on the site", true, on(day));
    }

    public static MeetingHeld meetingHeld(String meeting, List<String> present, String day) {
        return new MeetingHeld(meeting, present, null, List.of(), List.of(), on(day));
    }

    public static MeetingMinuted minuted(String meeting, String day) {
        return new MeetingMinuted(meeting, paper(98), on(day));
    }

    public static MeetingCancelled meetingCancelled(String meeting, String day) {
        return new MeetingCancelled(meeting, "Nothing to decide", on(day));
    }
}
