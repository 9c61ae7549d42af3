package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.vocabulary.Paper;

/** What tests tell of meetings. */
public final class MeetingHistory {

    private MeetingHistory() {}

    /** A meeting called for the day on which it is called. */
    public static GovernanceFact meeting(String id, String board, String day) {
        return new MeetingFact.MeetingCalled(id, "MPS", board, LocalDate.parse(day), null, new TreeMap<>(), on(day));
    }

    /** An agenda of one item, which concerns an initiative. */
    public static GovernanceFact agenda(String meeting, String initiative, String day) {
        AgendaItem item = new AgendaItem("1", "Progress", null, null, initiative);
        return new MeetingFact.MeetingAgendaSet(meeting, List.of(item), on(day));
    }

    public static GovernanceFact circulated(String meeting, int paper, String day) {
        return new MeetingFact.MeetingPaperCirculated(
                meeting,
                null,
                new Paper(Integer.toString(paper % 10).repeat(64), "Paper " + paper, null, null),
                null,
                on(day));
    }

    public static GovernanceFact meetingHeld(String meeting, int attendance, String day) {
        return new MeetingFact.MeetingHeld(meeting, List.of(), attendance, List.of(), List.of(), on(day));
    }
}
