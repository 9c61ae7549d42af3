package org.portfolioledger.command.dependency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Judgement;
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
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
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
            DependencyCommand command, History<Recorded, DependencyState> history, Evidence evidence) {
        return switch (command) {
            case ProposeDependency propose -> propose(propose, history, evidence);
            case AgreeDependency agree -> agree(agree, history, evidence);
            case PromiseDependency promise -> promise(promise, history);
            case UpdateStatus update -> update(update, history);
        };
    }

    private static Decision<DependencyFact> propose(
            ProposeDependency propose, History<Recorded, DependencyState> history, Evidence evidence) {
        Judgement judgement =
                new Judgement().requireNew(history, StructuralRule.taken("dependency", propose.dependency()));
        requireEnd(propose.giver(), "/giver", evidence, judgement);
        requireEnd(propose.receiver(), "/receiver", evidence, judgement);
        judgement.require(
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
                        propose.stated()),
                judgement);
    }

    private static Decision<DependencyFact> agree(
            AgreeDependency agree, History<Recorded, DependencyState> history, Evidence evidence) {
        LocalDate on = agree.stated().effectiveOn();
        Judgement judgement = notWithdrawn(history, on);
        if (agree.agreedBy() != null) {
            judgement.require(
                    evidence.knowsPerson(agree.agreedBy()),
                    StructuralRule.unknown("person", agree.agreedBy(), "/agreedBy"));
        }
        return Decision.of(
                new DependencyAgreed(agree.dependency(), agree.side(), agree.agreedBy(), agree.stated()), judgement);
    }

    private static Decision<DependencyFact> promise(
            PromiseDependency promise, History<Recorded, DependencyState> history) {
        return Decision.of(
                new DependencyPromised(promise.dependency(), promise.promisedFor(), promise.reason(), promise.stated()),
                notWithdrawn(history, promise.stated().effectiveOn()));
    }

    private static Decision<DependencyFact> update(UpdateStatus update, History<Recorded, DependencyState> history) {
        return Decision.of(
                new DependencyStatusUpdated(update.dependency(), update.status(), update.reason(), update.stated()),
                notWithdrawn(history, update.stated().effectiveOn()));
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
    public List<Finding> contradictions(List<Saying<Recorded>> told) {
        List<Finding> findings = new ArrayList<>();
        Saying<Recorded> withdrawal = null;
        for (Saying<Recorded> saying : told) {
            boolean proposes = saying.says().fact() instanceof DependencyProposed;
            boolean withdraws = saying.says().fact() instanceof DependencyStatusUpdated updated
                    && updated.status() == DependencyStatus.WITHDRAWN;
            if (withdrawal != null && !proposes) {
                findings.add(Finding.contradiction(
                        DependencyRule.DEPENDENCY_WITHDRAWN,
                        "It is withdrawn from %s, and what holds from %s would come after that"
                                .formatted(withdrawal.effectiveOn(), saying.effectiveOn()),
                        saying,
                        List.of(withdrawal)));
            }
            if (withdrawal == null && withdraws) withdrawal = saying;
        }
        return findings;
    }

    private static Judgement notWithdrawn(History<Recorded, DependencyState> history, LocalDate on) {
        Judgement judgement = new Judgement();
        history.timeline()
                .on(on)
                .map(DependencyState::status)
                .filter(status -> status.value() == DependencyStatus.WITHDRAWN)
                .ifPresent(status -> judgement.note(
                        Finding.of(DependencyRule.DEPENDENCY_WITHDRAWN, "It was withdrawn on " + status.since())
                                .against(status)));
        return judgement;
    }

    private static void requireEnd(DependencyEnd end, String pointer, Evidence evidence, Judgement judgement) {
        boolean clear = (end.initiative() == null) != (end.named() == null);
        if (!clear) {
            judgement.note(Finding.of(DependencyRule.END_NOT_CLEAR, "The end names an initiative and words, or neither")
                    .at(pointer));
            return;
        }
        if (end.initiative() == null) return;
        judgement.require(
                evidence.history(Kinds.INITIATIVE, end.initiative()).isOpened(),
                StructuralRule.unknown("initiative", end.initiative(), pointer + "/initiative"));
    }
}
