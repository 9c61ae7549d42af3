package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Role;

/**
 * Who has a stake in a case takes no part in its approval: neither decides, nor waives, nor records it (rule 5). The SRO
 * of the initiative owns its cases.
 */
final class SegregationOfDuties {

    private SegregationOfDuties() {}

    /** A part that a person takes in an approval. */
    private record Part(
            String person, String does, @Nullable String pointer) {}

    static void requireOthers(DecideOnCase decide, BusinessCaseState state, Evidence evidence, Findings findings) {
        if (decide.outcome() == null || !decide.outcome().approves()) return;
        Grounded<Holding> sro = sro(decide, state, evidence);
        if (sro != null) findings.rest(sro);
        for (Part part : parts(decide, evidence)) {
            if (sro != null && isHeldBy(part.person(), sro.value()))
                findings.note(finding(part, "is the SRO of " + state.initiative(), sro));
            if (state.owners().value().contains(part.person()))
                findings.note(finding(part, "owns the case", state.owners()));
            state.submissions().stream()
                    .filter(submission -> submission.value().submittedBy().equals(part.person()))
                    .findFirst()
                    .ifPresent(submission -> findings.note(finding(part, "submitted the case", submission)));
        }
    }

    private static List<Part> parts(DecideOnCase decide, Evidence evidence) {
        List<Part> parts = new ArrayList<>();
        decide.decidedBy().forEach(person -> parts.add(new Part(person, "decisionTypes", "/decidedBy")));
        if (decide.waiver() != null)
            parts.add(new Part(decide.waiver().waivedBy(), "waives the stage before", "/waiver/waivedBy"));
        parts.add(new Part(evidence.recordedBy(), "records the decision", null));
        return parts;
    }

    private static Finding finding(Part part, String stake, Grounded<?> ground) {
        Finding finding = Finding.of(
                        BusinessCaseRule.SELF_APPROVAL,
                        "Person %s %s and %s".formatted(part.person(), part.does(), stake))
                .against(ground);
        return part.pointer() == null ? finding : finding.at(part.pointer());
    }

    /** Who holds the role on that day, or by which fact nobody does any more. */
    private static @Nullable Grounded<Holding> sro(DecideOnCase decide, BusinessCaseState state, Evidence evidence) {
        return evidence.history(Kinds.APPOINTMENTS, state.initiative())
                .timeline()
                .on(decide.provenance().effectiveOn())
                .map(appointments -> appointments.roles().get(Role.SRO))
                .orElse(null);
    }

    private static boolean isHeldBy(String person, Holding sro) {
        return sro.isHeld()
                && sro.holder() != null
                && person.equals(sro.holder().person());
    }
}
