package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;

/** A life of the family {@link AppointmentFact}. */
final class AppointmentLife implements Life<AppointmentsState> {

    @Override
    public Kind<?, AppointmentsState> kind() {
        return Kinds.APPOINTMENTS;
    }

    @Override
    public String id() {
        return "PG";
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String id = "A" + sent.which() % 5;
        String other = "A" + sent.other() % 5;
        return switch (sent.kind() % 5) {
            case 0 -> AppointmentFacts.sro("PG", id, "p" + sent.other() % 4, day);
            case 1, 2 -> AppointmentFacts.sroReplacing("PG", id, "p" + sent.other() % 4, other, day);
            case 3 -> AppointmentFacts.vacancy("PG", id, sent.other() % 2 == 0 ? other : null, day);
            default -> AppointmentFacts.ended("PG", id, day);
        };
    }

    /** Only one SRO at any moment: day by day, who of the appointed has neither ended nor been replaced. */
    @Override
    public void keepsLaw(Given given) {
        Map<String, RoleAppointed> running = new HashMap<>();
        List<RoleAppointed> told = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry :
                given.history(Kinds.APPOINTMENTS, "PG").entries()) {
            switch (entry.content().fact()) {
                case RoleAppointed appointed -> {
                    // Who is replaced takes along whoever had come in that place meanwhile.
                    Set<String> gone = new HashSet<>();
                    if (appointed.replaces() != null) gone.add(appointed.replaces());
                    while (gone.addAll(heirs(told, gone))) {}
                    running.keySet().removeAll(gone);
                    told.add(appointed);
                    running.values().removeIf(before -> before.kind() == AppointmentKind.VACANT);
                    running.put(appointed.appointment(), appointed);
                }
                case AppointmentEnded ended -> running.remove(ended.appointment());
                default -> throw new AssertionError(entry);
            }
            assertThat(running).as("after %s", entry).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Set<String> heirs(List<RoleAppointed> told, Set<String> gone) {
        return told.stream()
                .filter(appointed -> appointed.replaces() != null && gone.contains(appointed.replaces()))
                .map(RoleAppointed::appointment)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> colliding() {
        return Set.of("OVERLAPPING_APPOINTMENT");
    }
}
