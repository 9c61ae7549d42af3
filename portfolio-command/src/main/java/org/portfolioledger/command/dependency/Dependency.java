package org.portfolioledger.command.dependency;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.dependency.DependencyCommand.AgreeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.PromiseDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ProposeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.UpdateStatus;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/**
 * The rules of dependencies. A promise later than the need and a cycle are reported by the views, never refused: they are
 * how things stand.
 */
final class Dependency extends Family<DependencyCommand, DependencyFact, DependencyState> {

    Dependency() {
        super(Kinds.DEPENDENCY, DependencyCommand.class, DependencyCommand.ROUTES, DependencyRule.values());
    }

    @Override
    protected Decision<DependencyFact> decide(
            DependencyCommand command, History<RecordedFact, DependencyState> history, Evidence evidence) {
        return switch (command) {
            case ProposeDependency propose -> propose(propose, evidence);
            case AgreeDependency agree ->
                Decision.stating(
                        DependencyAgreed.class,
                        agree,
                        new Findings().requirePerson(agree.agreedBy(), "/agreedBy", evidence));
            case PromiseDependency promise -> Decision.stating(DependencyPromised.class, promise, new Findings());
            case UpdateStatus update -> Decision.stating(DependencyStatusUpdated.class, update, new Findings());
        };
    }

    /** An agreement is for a side to give, a promise for the giver, the rest for either. */
    @Override
    protected List<String> initiatives(DependencyFact fact, DependencyState state) {
        DependencyEnd giver = state.giver().value();
        DependencyEnd receiver = state.receiver().value();
        return switch (fact) {
            case DependencyProposed proposed -> initiatives(proposed.giver(), proposed.receiver());
            case DependencyAgreed agreed -> initiatives(agreed.side() == DependencySide.GIVER ? giver : receiver);
            case DependencyPromised _ -> initiatives(giver);
            case DependencyStatusUpdated _ -> initiatives(giver, receiver);
        };
    }

    private static List<String> initiatives(DependencyEnd... ends) {
        return Stream.of(ends)
                .flatMap(end -> Stream.ofNullable(end.initiative()))
                .toList();
    }

    private static Decision<DependencyFact> propose(ProposeDependency propose, Evidence evidence) {
        Findings findings = new Findings();
        requireEnd(propose.giver(), "/giver", evidence, findings);
        requireEnd(propose.receiver(), "/receiver", evidence, findings);
        findings.require(
                !isSame(propose.giver().initiative(), propose.receiver().initiative())
                        && !isSame(
                                propose.giver().description(),
                                propose.receiver().description()),
                Finding.of(DependencyRule.DEPENDS_ON_ITSELF, "Giver and receiver are the same")
                        .at("/receiver"));
        return Decision.stating(DependencyProposed.class, propose, findings);
    }

    private static boolean isSame(@Nullable String giver, @Nullable String receiver) {
        return giver != null && giver.equalsIgnoreCase(receiver);
    }

    @Override
    protected List<Finding> invariants(DependencyState state) {
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
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                fact -> !(fact instanceof DependencyProposed),
                DependencyRule.DEPENDENCY_WITHDRAWN,
                "withdrawn");
    }

    private static void requireEnd(DependencyEnd end, String pointer, Evidence evidence, Findings findings) {
        findings.require(
                        (end.initiative() == null) != (end.description() == null),
                        Finding.of(
                                        DependencyRule.AMBIGUOUS_DEPENDENCY_END,
                                        "The end names both an initiative and a description, or neither")
                                .at(pointer))
                .requireKnown(Kinds.INITIATIVE, end.initiative(), pointer + "/initiative", evidence);
    }
}
