package org.portfolioledger.command.dependency;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.dependency.DependencyCommand.AgreeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ChangeNeed;
import org.portfolioledger.command.dependency.DependencyCommand.PromiseDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ProposeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ReviewDependency;
import org.portfolioledger.command.dependency.DependencyCommand.UpdateStatus;
import org.portfolioledger.command.dependency.DependencyCommand.WithdrawAgreement;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
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
            case WithdrawAgreement withdraw ->
                Decision.stating(DependencyAgreementWithdrawn.class, withdraw, new Findings());
            case ChangeNeed change -> Decision.stating(DependencyNeedChanged.class, change, new Findings());
            case ReviewDependency review -> review(review, evidence);
            case PromiseDependency promise -> Decision.stating(DependencyPromised.class, promise, new Findings());
            case UpdateStatus update -> Decision.stating(DependencyStatusUpdated.class, update, new Findings());
        };
    }

    /** An agreement or a review is for a side to give, a promise for the giver, a need for the receiver, the rest for either. */
    @Override
    protected List<String> initiatives(DependencyFact fact, DependencyState state) {
        DependencyEnd giver = state.giver().value();
        DependencyEnd receiver = state.receiver().value();
        return switch (fact) {
            case DependencyProposed proposed -> initiatives(proposed.giver(), proposed.receiver());
            case DependencyAgreed agreed -> initiatives(agreed.side() == DependencySide.GIVER ? giver : receiver);
            case DependencyAgreementWithdrawn withdrawn ->
                initiatives(withdrawn.side() == DependencySide.GIVER ? giver : receiver);
            case DependencyReviewed reviewed -> initiatives(reviewed.side() == DependencySide.GIVER ? giver : receiver);
            case DependencyNeedChanged _ -> initiatives(receiver);
            case DependencyPromised _ -> initiatives(giver);
            case DependencyStatusUpdated _ -> initiatives(giver, receiver);
        };
    }

    /** What is for one side concerns that side alone. */
    @Override
    protected Set<String> concerns(DependencyFact fact, DependencyState state) {
        return initiatives(fact, state).stream().map(Kinds.INITIATIVE::stream).collect(Collectors.toUnmodifiableSet());
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

    private static Decision<DependencyFact> review(ReviewDependency review, Evidence evidence) {
        Findings findings = new Findings()
                .requirePerson(review.reviewedBy(), "/reviewedBy", evidence)
                .require(
                        review.reviewBy() == null
                                || !review.reviewBy()
                                        .isBefore(review.provenance().effectiveOn()),
                        Finding.of(
                                        DependencyRule.DEPENDENCY_REVIEW_BY_TOO_EARLY,
                                        "The next review is due before %s, the day of this one"
                                                .formatted(review.provenance().effectiveOn()))
                                .at("/reviewBy"));
        return Decision.stating(DependencyReviewed.class, review, findings);
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

    /** Nothing comes after a withdrawal, and no agreement is withdrawn that was not given. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                fact -> !(fact instanceof DependencyProposed),
                DependencyRule.DEPENDENCY_WITHDRAWN,
                "withdrawn"));
        Map<DependencySide, EffectiveEntry<RecordedFact>> withdrawn = new EnumMap<>(DependencySide.class);
        Set<DependencySide> agreed = EnumSet.noneOf(DependencySide.class);
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (entry.content().fact() instanceof DependencyAgreed agreement) agreed.add(agreement.side());
            if (!(entry.content().fact() instanceof DependencyAgreementWithdrawn withdrawal)) continue;
            DependencySide side = withdrawal.side();
            EffectiveEntry<RecordedFact> before = withdrawn.put(side, entry);
            if (!agreed.remove(side))
                findings.add(Finding.contradiction(
                                DependencyRule.DEPENDENCY_SIDE_NOT_AGREED,
                                "The side %s has not agreed by %s".formatted(side, entry.effectiveOn()),
                                entry,
                                before == null ? List.of() : List.of(before))
                        .at("/side"));
        }
        return findings;
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
