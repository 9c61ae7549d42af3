package org.portfolioledger.command.powers;

import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Role;

/** Who has a stake in what a board decides beside business cases takes no part in its approval (rule 5). */
public final class Stakes {

    private Stakes() {}

    /** Notes that the SRO of the initiative decides on it, or records that. */
    public static void requireNotOnOwnInitiative(ProposedDecision said, Evidence evidence, Findings findings) {
        if (said.initiative() == null || !said.approves()) return;
        Grounded<Holding> sro = evidence.history(Kinds.APPOINTMENTS, said.initiative())
                .timeline()
                .on(said.on())
                .map(appointments -> appointments.roles().get(Role.SRO))
                .orElse(null);
        if (sro == null) return;
        findings.rest(sro);
        for (String person : said.decidedBy())
            if (sro.value().isHeldBy(person))
                findings.note(own(person, "decides", said, sro).at(said.pointerTo(person)));
        for (String person : evidence.recorders())
            if (sro.value().isHeldBy(person)) findings.note(own(person, "records the decision", said, sro));
    }

    private static Finding own(String person, String does, ProposedDecision said, Grounded<?> sro) {
        return Finding.of(
                        PowersRule.DECIDES_ON_OWN_INITIATIVE,
                        "Person %s %s and is the SRO of %s".formatted(person, does, said.initiative()))
                .against(sro);
    }
}
