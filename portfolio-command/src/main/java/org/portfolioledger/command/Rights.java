package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.events.Approval;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Sro;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;

/** Whether a sender may put facts on record: by the roles that may, and by what is on record of the sender. */
final class Rights {

    private final Evidence evidence;
    private final Sender sender;

    Rights(Evidence evidence) {
        this.evidence = evidence;
        this.sender = evidence.sender();
    }

    /**
     * A fact that is to be recorded or corrected.
     *
     * @param initiatives each of whose SROs may do so
     */
    record Claim(StreamFact fact, Collection<String> initiatives) {}

    /** That none of the sender's roles is among these. */
    Optional<Finding> refusedByRole(Set<ActorRole> allowed) {
        return granted(allowed).isEmpty() ? Optional.of(AccessRule.notAllowed(allowed)) : Optional.empty();
    }

    /** What no role of the sender reaches, or on which appointments of the sender the right rests. */
    Findings within(Set<ActorRole> allowed, List<Claim> claims) {
        Set<AccessScope> scopes = granted(allowed).stream()
                .map(AccessScope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccessScope.class)));
        boolean reaches = scopes.contains(AccessScope.EVERYTHING)
                || (scopes.contains(AccessScope.MIGRATING_REGISTERS) && migrates(claims));
        if (reaches) return new Findings();
        if (!scopes.contains(AccessScope.OWN_INITIATIVES)) return new Findings().note(notMigrating());
        Findings findings = new Findings();
        for (Claim claim : claims) requireOwn(claim, allowed, findings);
        return findings;
    }

    /** That an agent would approve something, or change an approval. */
    Optional<Finding> refusedApproval(List<StreamFact> facts) {
        if (sender.kind() != ActorKind.AGENT) return Optional.empty();
        return facts.stream()
                .map(StreamFact::fact)
                .filter(fact -> fact instanceof Approval approval && approval.approves())
                .map(fact -> Finding.of(
                        AccessRule.AGENT_APPROVES,
                        "%s is an agent, and %s approves something"
                                .formatted(
                                        sender.person(),
                                        FactType.of(fact.getClass()).typeName())))
                .findFirst();
    }

    /** That more would stand as approved by what an agent records, whatever its facts are. */
    Optional<Finding> refusedEffect(boolean approves) {
        return approves
                ? Optional.of(Finding.of(
                        AccessRule.AGENT_APPROVES,
                        "%s is an agent, and something would become approved".formatted(sender.person())))
                : Optional.empty();
    }

    private Set<ActorRole> granted(Set<ActorRole> allowed) {
        return allowed.stream().filter(sender.roles()::contains).collect(Collectors.toSet());
    }

    /** A register that is opened without a knownAt is live from its opening. */
    private boolean migrates(List<Claim> claims) {
        boolean opensLive = !sender.migrating()
                && claims.stream().anyMatch(claim -> claim.fact().fact() instanceof RegisterOpened);
        return evidence.wentLive().isEmpty() && !opensLive;
    }

    private Finding notMigrating() {
        return evidence.wentLive()
                .map(live -> Finding.of(
                                AccessRule.REGISTER_NOT_MIGRATING,
                                "Register %s is live from fact %s on".formatted(evidence.register(), live.position()))
                        .against(List.of(live.position())))
                .orElseGet(() -> Finding.of(
                        AccessRule.REGISTER_NOT_MIGRATING,
                        "Register %s would be live from its opening".formatted(evidence.register())));
    }

    private void requireOwn(Claim claim, Set<ActorRole> allowed, Findings findings) {
        LocalDate on = claim.fact().fact().provenance().effectiveOn();
        for (String initiative : claim.initiatives()) {
            List<Sro> own = Stream.of(on, sender.today())
                    .map(day -> SroHolding.of(initiative, day, evidence))
                    .flatMap(Optional::stream)
                    .filter(sro -> sender.persons().stream().anyMatch(sro::isHeldBy))
                    .toList();
            if (own.size() == 2) {
                own.forEach(sro -> sro.grounds().forEach(findings::rest));
                return;
            }
        }
        String others = ActorRole.named(allowed.stream()
                .filter(role -> AccessScope.of(role) == AccessScope.EVERYTHING)
                .toList());
        findings.note(Finding.of(
                AccessRule.NOT_OWN_INITIATIVE,
                claim.initiatives().isEmpty()
                        ? "An SRO does not record this; %s may".formatted(others)
                        : "%s is not the SRO of %s on %s and today, %s; %s may also record it"
                                .formatted(
                                        sender.person(),
                                        String.join(" or ", claim.initiatives()),
                                        on,
                                        sender.today(),
                                        others)));
    }
}
