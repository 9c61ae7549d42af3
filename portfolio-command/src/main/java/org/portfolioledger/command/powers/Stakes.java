package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.SroHolding;
import org.portfolioledger.state.Sro;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Who has a stake in what a board decides beside business cases neither decides nor records nor corrects it (rule 5). */
public final class Stakes {

    private Stakes() {}

    /** Notes that the SRO of the initiative decides on it, or records that. */
    public static void requireNotOnOwnInitiative(ProposedDecision said, Evidence evidence, Findings findings) {
        if (said.initiative() == null || said.outcome() == BoardOutcome.WITHDRAWN) return;
        Sro sro = SroHolding.of(said.initiative(), said.on(), evidence).orElse(null);
        if (sro == null) return;
        sro.grounds().forEach(findings::rest);
        for (String person : said.decidedBy())
            if (sro.isHeldBy(person))
                findings.note(own(person, "decides", said.initiative(), sro).at(said.pointerTo(person)));
        for (String person : evidence.recorders())
            if (sro.isHeldBy(person)) findings.note(own(person, "records the decision", said.initiative(), sro));
    }

    /** That the SRO of the initiative on the day of a decision corrects it. */
    public static List<Finding> correcting(@Nullable String initiative, LocalDate on, Evidence evidence) {
        if (initiative == null) return List.of();
        Sro sro = SroHolding.of(initiative, on, evidence).orElse(null);
        if (sro == null) return List.of();
        return evidence.recorders().stream()
                .filter(sro::isHeldBy)
                .map(person -> own(person, "corrects the decision", initiative, sro))
                .toList();
    }

    private static Finding own(String person, String does, String initiative, Sro sro) {
        return Finding.of(
                        PowersRule.DECIDES_ON_OWN_INITIATIVE,
                        "Person %s %s and is the SRO of %s".formatted(person, does, initiative))
                .against(sro.role());
    }
}
