package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import org.portfolioledger.vocabulary.PaperPurpose;

/** Makes facts about meetings. */
final class HostileMeetings extends HostileFamily {

    HostileMeetings(HostileFacts all) {
        super(all);
        makers.put(
                MeetingCalled.class,
                id -> new MeetingCalled(
                        id, register(id), near("board", id), day(), maybe("Room 4"), attributes(), on()));
        makers.put(MeetingRescheduled.class, id -> new MeetingRescheduled(id, day(), maybe("why"), on()));
        makers.put(
                MeetingAgendaSet.class,
                id -> new MeetingAgendaSet(
                        id,
                        List.of(new AgendaItem(
                                "1",
                                name(),
                                maybe(PaperPurpose.FOR_DECISION),
                                maybe(near("business-case", id)),
                                maybe(near("initiative", id)))),
                        on()));
        makers.put(
                MeetingPaperCirculated.class,
                id -> new MeetingPaperCirculated(id, maybe("1"), paper(), maybe(hash()), on()));
        makers.put(
                InterestDeclared.class,
                id -> new InterestDeclared(
                        id, any("P-1", "P-2"), maybe(any("1", "2")), name(), random.nextBoolean(), on()));
        makers.put(
                MeetingHeld.class,
                id -> new MeetingHeld(
                        id,
                        random.nextBoolean() ? List.of() : texts("P-1", "P-2"),
                        random.nextBoolean() ? 3 : null,
                        List.of(),
                        List.of(holder()),
                        on()));
        makers.put(MeetingMinuted.class, id -> new MeetingMinuted(id, paper(), on()));
        makers.put(MeetingCancelled.class, id -> new MeetingCancelled(id, "snow", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return MeetingFact.class;
    }

    @Override
    String kind() {
        return "meeting";
    }

    @Override
    Some some() {
        return new Some("M", 2, MeetingCalled.class);
    }
}
