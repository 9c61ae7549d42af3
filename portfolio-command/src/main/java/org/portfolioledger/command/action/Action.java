package org.portfolioledger.command.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.action.ActionCommand.CompleteAction;
import org.portfolioledger.command.action.ActionCommand.DropAction;
import org.portfolioledger.command.action.ActionCommand.HandOn;
import org.portfolioledger.command.action.ActionCommand.OpenAction;
import org.portfolioledger.command.action.ActionCommand.ReportProgress;
import org.portfolioledger.command.action.ActionCommand.RescheduleAction;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of actions. */
final class Action extends Family<ActionCommand, ActionFact, ActionState> {

    Action() {
        super(Kinds.ACTION, ActionCommand.class, ActionCommand.ROUTES, ActionRule.values());
    }

    @Override
    protected Decision<ActionFact> decide(
            ActionCommand command, History<RecordedFact, ActionState> history, Evidence evidence) {
        return switch (command) {
            case OpenAction open -> open(open, evidence);
            case ReportProgress report -> Decision.stating(ActionProgressed.class, report, new Findings());
            case HandOn hand ->
                Decision.stating(
                        ActionHandedOn.class, hand, new Findings().requireHolder(hand.owner(), "/owner", evidence));
            case RescheduleAction reschedule -> Decision.stating(ActionRescheduled.class, reschedule, new Findings());
            case CompleteAction complete -> complete(complete, evidence);
            case DropAction drop -> Decision.stating(ActionDropped.class, drop, new Findings());
        };
    }

    @Override
    protected List<String> initiatives(ActionFact fact, ActionState state) {
        if (fact instanceof ActionOpened opened)
            return Stream.ofNullable(opened.initiative()).toList();
        return Stream.ofNullable(state.initiative()).map(Grounded::value).toList();
    }

    private static Decision<ActionFact> open(OpenAction open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.owner() != null,
                        Finding.of(ActionRule.ACTION_WITHOUT_OWNER, "The action names no owner")
                                .at("/owner"))
                .requireHolder(open.owner(), "/owner", evidence);
        if (open.initiative() != null)
            findings.requireOpenInitiative(open.initiative(), open.provenance().effectiveOn(), "/initiative", evidence);
        requireOrigin(open, evidence, findings);
        return Decision.stating(ActionOpened.class, open, findings);
    }

    private static void requireOrigin(OpenAction open, Evidence evidence, Findings findings) {
        long origins = Stream.of(open.decision(), open.recommendation(), open.meeting(), open.risk(), open.origin())
                .filter(Objects::nonNull)
                .count();
        findings.require(
                origins < 2, Finding.of(ActionRule.AMBIGUOUS_ORIGIN, "The action names %s origins".formatted(origins)));
        requireDecision(open.decision(), evidence, findings);
        findings.requireKnown(Kinds.MEETING, open.meeting(), "/meeting", evidence)
                .requireKnown(Kinds.RISK, open.risk(), "/risk", evidence);
        findings.requireRecommendation(open.recommendation(), "/recommendation", evidence);
    }

    private static void requireDecision(@Nullable Long position, Evidence evidence, Findings findings) {
        if (position == null) return;
        Optional<RecordedFact> decision =
                evidence.fact(position).filter(recorded -> recorded.fact() instanceof BoardDecision);
        findings.require(
                decision.isPresent(),
                ReferenceRule.unknown("Fact %s is not a decision of a board".formatted(position), "/decision"));
        if (decision.isPresent()) findings.restOn(position);
    }

    private static Decision<ActionFact> complete(CompleteAction complete, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !complete.evidence().isEmpty(),
                        Finding.of(ActionRule.DONE_WITHOUT_EVIDENCE, "Nothing shows that it was done")
                                .at("/evidence"))
                .requireCitations(complete.evidence(), "/evidence", evidence)
                .requirePerson(complete.doneBy(), "/doneBy", evidence);
        return Decision.stating(ActionDone.class, complete, findings);
    }

    @Override
    protected List<Finding> invariants(ActionState state) {
        return EntryChecks.closedAfterItBegan(state, state.subject(), ActionRule.ACTION_ENDED_BEFORE_IT_BEGAN);
    }

    /** Nothing comes after the end. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof ActionDone || fact instanceof ActionDropped,
                fact -> !(fact instanceof ActionOpened),
                ActionRule.ACTION_ENDED,
                "done or dropped");
    }
}
