package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;

import java.util.Set;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ProtectiveMarkingState;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.Marking;

/** A life of the family {@link ProtectiveMarkingFact}. */
final class ProtectiveMarkingLife implements Life<ProtectiveMarkingState> {

    @Override
    public Kind<?, ProtectiveMarkingState> kind() {
        return Kinds.PROTECTIVE_MARKING;
    }

    @Override
    public String id() {
        return "PM";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        ProtectiveMarkingFacts.entityMarked("PM", "initiative-PG", Marking.RESTRICTED, "2020-01-02"),
                        ProtectiveMarkingFacts.entityMarked("PM-2", "board-B0", Marking.RESTRICTED, "2020-01-02"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        Marking marking = sent.which() % 2 == 0 ? Marking.OFFICIAL : Marking.RESTRICTED;
        return switch (sent.kind() % 6) {
            case 0, 1 -> ProtectiveMarkingFacts.markingChanged("PM", marking, day);
            case 2 ->
                ProtectiveMarkingFacts.publicationChanged(
                        "PM", Publication.EXEMPT, sent.other() % 3 == 0 ? null : "FOIA 43", day);
            case 3 -> ProtectiveMarkingFacts.markingLifted("PM", sent.other() % 3 == 0 ? "2020-01-01" : day);
            case 4 ->
                ProtectiveMarkingFacts.entityMarked(
                        "PM-2", sent.other() % 2 == 0 ? "initiative-PG" : "board-B0", marking, day);
            default ->
                ProtectiveMarkingFacts.entityMarked(
                        "PM", sent.other() % 2 == 0 ? "initiative-PG" : "board-B0", marking, day);
        };
    }

    /** Nothing changes before it begins or after it is lifted. */
    @Override
    public void keepsLaw(Given given) {
        staysClosed(given, Kinds.PROTECTIVE_MARKING, "PM", ProtectiveMarkingLifted.class);
        assertThat(given.history(Kinds.PROTECTIVE_MARKING, "PM").timeline().segments())
                .extracting(Segment::from)
                .allSatisfy(from -> assertThat(from)
                        .isAfterOrEqualTo(given.history(Kinds.PROTECTIVE_MARKING, "PM")
                                .timeline()
                                .segments()
                                .getFirst()
                                .state()
                                .entity()
                                .since()));
    }

    @Override
    public Set<String> colliding() {
        return Set.of(
                "ENTITY_MARKED_ALREADY",
                "PROTECTIVE_MARKING_UNCHANGED",
                "PROTECTIVE_MARKING_NOT_BEGUN",
                "PROTECTIVE_MARKING_LIFTED_ALREADY");
    }
}
