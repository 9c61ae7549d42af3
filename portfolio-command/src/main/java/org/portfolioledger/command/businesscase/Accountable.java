package org.portfolioledger.command.businesscase;

import org.portfolioledger.command.Decision.Judgement;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Role;

/** The SRO owns the initiative's cases, so another must approve them (rule 5). */
final class Accountable {

    private Accountable() {}

    static void requireOthers(DecideOnCase decide, BusinessCaseState state, Evidence evidence, Judgement judgement) {
        if (decide.outcome() == null || !decide.outcome().approves()) return;
        Grounded<Holding> sro = evidence.history(Kinds.APPOINTMENTS, state.initiative())
                .timeline()
                .on(decide.stated().effectiveOn())
                .map(appointments -> appointments.roles().get(Role.SRO))
                .orElse(null);
        if (sro == null || !sro.value().isHeld()) return;
        var holder = judgement.rest(sro).holder();
        boolean approvesOwn =
                holder != null && holder.person() != null && decide.decidedBy().contains(holder.person());
        judgement.require(
                !approvesOwn,
                Finding.of(
                                BusinessCaseRule.SELF_APPROVAL,
                                "Person %s is the SRO of %s"
                                        .formatted(holder == null ? null : holder.person(), state.initiative()))
                        .against(sro)
                        .at("/decidedBy"));
    }
}
