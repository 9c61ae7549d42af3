package org.portfolioledger.command.dependency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Findings;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.dependency.DependencyCommand.AgreeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.PromiseDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ProposeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.UpdateStatus;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.Importance;

/**
 * The rules of dependencies. A promise later than the need and a cycle are reported by the views, never refused: they are
 * how things stand.
 */
final class Dependency implements Rules<DependencyCommand, DependencyFact, DependencyState> {

    @Override
    public Kind<DependencyFact, DependencyState> kind() {
        return Kinds.DEPENDENCY;
    }

    @Override
    public Class<DependencyCommand> commands() {
        return DependencyCommand.class;
    }

    @Override
    public Decision<DependencyFact> decide(
            DependencyCommand command, History<RecordedFact, DependencyState> history, Evidence evidence) {
        return switch (command) {
            case ProposeDependency propose -> propose(propose, history, evidence);
            case AgreeDependency agree -> agree(agree, history, evidence);
            case PromiseDependency promise -> promise(promise, history);
            case UpdateStatus update -> update(update, history);
        };
    }

    private static Decision<DependencyFact> propose(
            ProposeDependency propose, History<RecordedFact, DependencyState> history, Evidence evidence) {
        Findings findings =
                new Findings().requireNew(history, StructuralRule.taken("dependency", propose.dependency()));
        requireEnd(propose.giver(), "/giver", evidence, findings);
        requireEnd(propose.receiver(), "/receiver", evidence, findings);
        findings.require(
                propose.giver().initiative() == null
                        || !propose.giver()
                                .initiative()
                                .equals(propose.receiver().initiative()),
                Finding.of(DependencyRule.DEPENDS_ON_ITSELF, "Giver and receiver are the same initiative")
                        .at("/receiver"));
        return Decision.of(
                new DependencyProposed(
                        propose.dependency(),
                        propose.register(),
                        propose.giver(),
                        propose.receiver(),
                        propose.type(),
                        propose.importance() == null ? Importance.NOT_STATED : propose.importance(),
                        propose.nature(),
                        propose.neededBy(),
                        propose.monitoring(),
                        propose.provenance()),
                findings);
    }

    private static Decision<DependencyFact> agree(
            AgreeDependency agree, History<RecordedFact, DependencyState> history, Evidence evidence) {
        LocalDate on = agree.provenance().effectiveOn();
        Findings findings = notWithdrawn(history, on);
        if (agree.agreedBy() != null) {
            findings.require(
                    evidence.knowsPerson(agree.agreedBy()),
                    StructuralRule.unknown("person", agree.agreedBy(), "/agreedBy"));
        }
        return Decision.of(
                new DependencyAgreed(agree.dependency(), agree.side(), agree.agreedBy(), agree.provenance()), findings);
    }

    private static Decision<DependencyFact> promise(
            PromiseDependency promise, History<RecordedFact, DependencyState> history) {
        return Decision.of(
                new DependencyPromised(
                        promise.dependency(), promise.promisedFor(), promise.reason(), promise.provenance()),
                notWithdrawn(history, promise.provenance().effectiveOn()));
    }

    private static Decision<DependencyFact> update(
            UpdateStatus update, History<RecordedFact, DependencyState> history) {
        return Decision.of(
                new DependencyStatusUpdated(update.dependency(), update.status(), update.reason(), update.provenance()),
                notWithdrawn(history, update.provenance().effectiveOn()));
    }

    @Override
    public List<Finding> invariants(DependencyState state) {
        if (state.status().value() != DependencyStatus.AGREED || state.isAgreed()) return List.of();
        return List.of(Finding.of(
                        DependencyRule.AGREED_BY_ONE_SIDE,
                        state.agreements().isEmpty()
                                ? "Neither side has agreed"
                                : "Only the side %s has agreed"
                                        .formatted(state.agreements().firstKey()))
                .against(state.status())
                .at("/status"));
    }

    /** Nothing comes after a withdrawal. */
    @Override
    public List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> told) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> withdrawal = null;
        for (EffectiveEntry<RecordedFact> entry : told) {
            boolean proposes = entry.content().fact() instanceof DependencyProposed;
            boolean withdraws = entry.content().fact() instanceof DependencyStatusUpdated updated
                    && updated.status() == DependencyStatus.WITHDRAWN;
            if (withdrawal != null && !proposes) {
                findings.add(Finding.contradiction(
                        DependencyRule.DEPENDENCY_WITHDRAWN,
                        "It is withdrawn from %s, and what holds from %s would come after that"
                                .formatted(withdrawal.effectiveOn(), entry.effectiveOn()),
                        entry,
                        List.of(withdrawal)));
            }
            if (withdrawal == null && withdraws) withdrawal = entry;
        }
        return findings;
    }

    private static Findings notWithdrawn(History<RecordedFact, DependencyState> history, LocalDate on) {
        Findings findings = new Findings();
        history.timeline()
                .on(on)
                .map(DependencyState::status)
                .filter(status -> status.value() == DependencyStatus.WITHDRAWN)
                .ifPresent(status -> findings.note(
                        Finding.of(DependencyRule.DEPENDENCY_WITHDRAWN, "It was withdrawn on " + status.since())
                                .against(status)));
        return findings;
    }

    private static void requireEnd(DependencyEnd end, String pointer, Evidence evidence, Findings findings) {
        boolean clear = (end.initiative() == null) != (end.description() == null);
        if (!clear) {
            findings.note(Finding.of(
                            DependencyRule.AMBIGUOUS_DEPENDENCY_END,
                            "The end names an initiative and words, or neither")
                    .at(pointer));
            return;
        }
        if (end.initiative() == null) return;
        findings.require(
                evidence.history(Kinds.INITIATIVE, end.initiative()).isOpened(),
                StructuralRule.unknown("initiative", end.initiative(), pointer + "/initiative"));
    }
}
