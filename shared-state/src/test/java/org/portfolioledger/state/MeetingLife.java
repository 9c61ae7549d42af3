package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.PAPER;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;

/** One full life of a meeting: every fact of the family, and every field of its state. */
final class MeetingLife {

    private MeetingLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.MEETING)
                .then(new MeetingFact.MeetingCalled(
                        "M-1", "MPS", "BD-MB", LocalDate.parse("2011-06-20"), "Room 4", attributes(), VAGUE))
                .then(new MeetingFact.MeetingRescheduled(
                        "M-1", LocalDate.parse("2011-06-21"), "the chair is away", on("2011-06-14")))
                .then(new MeetingFact.MeetingAgendaSet(
                        "M-1",
                        List.of(
                                new MeetingFact.AgendaItem("1", "CRIB", PaperPurpose.FOR_DECISION, "BC-1", "PG-DRM"),
                                new MeetingFact.AgendaItem("2", "Progress", null, null, null)),
                        on("2011-06-15")))
                .then(new MeetingFact.MeetingPaperCirculated("M-1", "1", PAPER, null, on("2011-06-16")))
                .then(new MeetingFact.MeetingPaperCirculated(
                        "M-1",
                        null,
                        new Paper("1".repeat(64), "CRIB, second version", null, null),
                        PAPER.sha256(),
                        on("2011-06-17")))
                .then(new MeetingFact.InterestDeclared("M-1", "PN-022", "1", "owns shares", true, on("2011-06-21")))
                .then(new MeetingFact.InterestDeclared("M-1", "PN-021", null, "none", false, on("2011-06-21")))
                .then(new MeetingFact.MeetingHeld(
                        "M-1",
                        List.of("PN-021"),
                        null,
                        List.of("PN-022"),
                        List.of(new Holder(null, "Head of Legal Services")),
                        on("2011-06-21")))
                .then(new MeetingFact.MeetingMinuted("M-1", PAPER, on("2011-06-28")))
                .then(new MeetingFact.MeetingCancelled("M-1", "snow", on("2011-07-01")));
    }
}
