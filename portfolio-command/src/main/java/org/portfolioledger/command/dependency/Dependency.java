package org.portfolioledger.command.dependency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Rule;
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
import org.portfolioledger.vocabulary.DependencySide;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.Importance;

/**
 * The rules of dependencies. A promise later than the need and a cycle are reported by the views, never refused: they are
 * how things stand.
 */
final class Dependency implements Family<DependencyCommand, DependencyFact, DependencyState> {

    @Override
    public Kind<DependencyFact, DependencyState> kind() {
        return Kinds.DEPENDENCY;
    }

    @Override
    public Class<DependencyCommand> commands() {
        return DependencyCommand.class;
    }

    @Override
    public List<CommandRoute<?>> routes() {
        return DependencyCommand.ROUTES;
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(DependencyRule.values());
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

    /** An agreement is for a side to give, a promise for the giver, the rest for either. */
    @Override
    public List<String> initiatives(DependencyFact fact, Optional<DependencyState> state) {
        return switch (fact) {
            case DependencyProposed proposed -> initiatives(proposed.giver(), proposed.receiver());
            case DependencyAgreed agreed ->
                state.map(known -> initiatives(agreed.side() == DependencySide.GIVER ? giver(known) : receiver(known)))
                        .orElse(List.of());
            case DependencyPromised _ ->
                state.map(known -> initiatives(giver(known))).orElse(List.of());
            case DependencyStatusUpdated _ ->
                state.map(known -> initiatives(giver(known), receiver(known))).orElse(List.of());
        };
    }

    private static DependencyEnd giver(DependencyState state) {
        return state.giver().value();
    }

    private static DependencyEnd receiver(DependencyState state) {
        return state.receiver().value();
    }

    private static List<String> initiatives(DependencyEnd... ends) {
        return Stream.of(ends)
                .flatMap(end -> Stream.ofNullable(end.initiative()))
                .toList();
    }

    private static Decision<DependencyFact> propose(
            ProposeDependency propose, History<RecordedFact, DependencyState> history, Evidence evidence) {
        Findings findings = new Findings().requireNew(history, "dependency", propose.dependency());
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
        Findings findings = notWithdrawn(history, agree.provenance().effectiveOn())
                .requirePerson(agree.agreedBy(), "/agreedBy", evidence);
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
    public List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                fact -> !(fact instanceof DependencyProposed),
                DependencyRule.DEPENDENCY_WITHDRAWN,
                "withdrawn");
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
        findings.requireKnown(Kinds.INITIATIVE, end.initiative(), pointer + "/initiative", evidence);
    }
}
