package org.portfolioledger.command.powers;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.PostHolding;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;

/** Decisions of those to whom a board has delegated authority (rule 7). */
final class Delegations {

    private Delegations() {}

    /** Notes what a delegation does not cover. */
    static void judge(
            ProposedDecision said,
            BoardState board,
            History<RecordedFact, BoardState> history,
            Evidence evidence,
            Findings powers) {
        String named = said.delegation();
        if (named == null) {
            powers.note(Finding.of(PowersRule.DECISION_WITHOUT_DELEGATION, "The decision names no delegation")
                    .at("/delegation"));
            return;
        }
        Grounded<Delegation> delegation = board.delegations().get(named);
        if (delegation == null) {
            powers.note(notYet(said, named, history));
            return;
        }
        Delegation held = powers.rest(delegation);
        powers.require(
                held.holdsOn(said.on()),
                notInForce(
                        held.revoked()
                                ? "Delegation %s is revoked from %s".formatted(named, delegation.since())
                                : "Delegation %s held until %s".formatted(named, held.validUntil()),
                        delegation));
        requireDelegate(said, delegation, evidence, powers);
        powers.require(
                said.matter() == null || held.decisionTypes().stream().anyMatch(said.matter()::equalsIgnoreCase),
                Finding.of(
                                PowersRule.OUTSIDE_DELEGATION,
                                "Delegation %s is of %s, not of %s"
                                        .formatted(named, held.decisionTypes(), said.matter()))
                        .against(delegation));
        requireLimit(said, delegation, powers);
    }

    private static Finding notYet(ProposedDecision said, String named, History<RecordedFact, BoardState> history) {
        Optional<Grounded<Delegation>> later =
                history.timeline().last().map(BoardState::delegations).map(delegations -> delegations.get(named));
        return later.map(delegation ->
                        notInForce("Delegation %s begins after %s".formatted(named, said.on()), delegation))
                .orElseGet(() -> ReferenceRule.unknown("delegation", named, "/delegation"));
    }

    private static Finding notInForce(String detail, Grounded<Delegation> delegation) {
        return Finding.of(PowersRule.DELEGATION_NOT_IN_FORCE, detail)
                .against(delegation)
                .at("/delegation");
    }

    /** Whoever is in a post that has no holders on record cannot be told from others, but is one. */
    private static void requireDelegate(
            ProposedDecision said, Grounded<Delegation> delegation, Evidence evidence, Findings powers) {
        Holder named = delegation.value().delegate();
        String post = delegation.value().heldByPost();
        String person = post == null
                ? named == null ? null : named.person()
                : PostHolding.of(post, said.on(), evidence, powers).orElse(null);
        List<String> decided = said.participants();
        boolean unknown = post == null && person == null;
        boolean delegate = decided.isEmpty()
                || (unknown ? decided.size() == 1 : person != null && decided.equals(List.of(person)));
        powers.require(
                delegate,
                Finding.of(
                                PowersRule.NOT_THE_DELEGATE,
                                "%s decided, and the delegate is %s"
                                        .formatted(
                                                String.join(", ", decided),
                                                person == null
                                                        ? "whoever holds " + postOf(delegation.value())
                                                        : person))
                        .against(delegation)
                        .at("/decidedBy"));
    }

    private static String postOf(Delegation delegation) {
        if (delegation.heldByPost() != null) return "post %s, which nobody does".formatted(delegation.heldByPost());
        return "the post "
                + (delegation.delegate() == null ? "" : delegation.delegate().post());
    }

    private static void requireLimit(ProposedDecision said, Grounded<Delegation> delegation, Findings powers) {
        Money cost = said.cost();
        if (!said.approves() || cost == null) return;
        Money most = delegation.value().limit();
        String whose = "delegation " + delegation.value().delegation();
        if (most == null)
            powers.note(Finding.of(PowersRule.OUTSIDE_DELEGATION, "By %s, no cost may be approved".formatted(whose))
                    .against(delegation));
        else Powers.requireAtMost(most, cost, whose, PowersRule.OUTSIDE_DELEGATION, delegation, powers);
    }
}
