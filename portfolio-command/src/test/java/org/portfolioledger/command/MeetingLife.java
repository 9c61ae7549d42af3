package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;

/** A life of the family {@link MeetingFact}. */
final class MeetingLife implements Life<MeetingState> {

    @Override
    public Kind<?, MeetingState> kind() {
        return Kinds.MEETING;
    }

    @Override
    public String id() {
        return "M";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(MeetingFacts.meeting("M", "B0", "2020-01-10", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> MeetingFacts.meeting("M", "B" + sent.which() % 2, day, day);
            case 1 -> MeetingFacts.rescheduled("M", "2020-01-0" + (1 + sent.which() % 9), day);
            case 2 -> MeetingFacts.agenda("M", null, day);
            case 3 -> MeetingFacts.circulated("M", sent.which() % 5, day);
            case 4 -> MeetingFacts.interest("M", "p0", sent.which() % 2 == 0 ? null : "1", day);
            case 5 -> MeetingFacts.meetingHeld("M", List.of("p-board"), day);
            case 6 -> MeetingFacts.minuted("M", day);
            default -> MeetingFacts.meetingCancelled("M", day);
        };
    }

    /** A meeting is held once or cancelled. */
    @Override
    public void keepsLaw(Given given) {
        assertThat(told(given, Kinds.MEETING, "M").filter(MeetingHeld.class::isInstance))
                .hasSizeLessThan(2);
        assertThat(told(given, Kinds.MEETING, "M")
                        .filter(fact -> fact instanceof MeetingHeld || fact instanceof MeetingCancelled))
                .hasSizeLessThan(2);
        comesLast(given, "meeting-M", Kinds.MEETING, MeetingCancelled.class::isInstance, Set.of(MeetingCalled.class));
        staysClosed(given, Kinds.MEETING, "M", MeetingCancelled.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("MEETING_CANCELLED_ALREADY", "MEETING_HELD_ALREADY");
    }
}
