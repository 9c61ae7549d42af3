package org.portfolioledger.command.powers;

import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Sro;

/** Who has a stake in what a board decides beside business cases takes no part in its approval (rule 5). */
public final class Stakes {

    private Stakes() {}

    /** Notes that the SRO of the initiative decides on it, or records that. */
    public static void requireNotOnOwnInitiative(ProposedDecision said, Evidence evidence, Findings findings) {
        if (said.initiative() == null || !said.approves()) return;
        Sro sro = Sro.of(said.initiative(), said.on(), evidence).orElse(null);
        if (sro == null) return;
        sro.restIn(findings);
        for (String person : said.decidedBy())
            if (sro.isHeldBy(person))
                findings.note(own(person, "decides", said, sro).at(said.pointerTo(person)));
        for (String person : evidence.recorders())
            if (sro.isHeldBy(person)) findings.note(own(person, "records the decision", said, sro));
    }

    private static Finding own(String person, String does, ProposedDecision said, Sro sro) {
        return Finding.of(
                        PowersRule.DECIDES_ON_OWN_INITIATIVE,
                        "Person %s %s and is the SRO of %s".formatted(person, does, said.initiative()))
                .against(sro.role());
    }
}
