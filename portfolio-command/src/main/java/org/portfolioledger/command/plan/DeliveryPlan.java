package org.portfolioledger.command.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.plan.DeliveryPlanCommand.AchievePlanItem;
import org.portfolioledger.command.plan.DeliveryPlanCommand.AddPlanItem;
import org.portfolioledger.command.plan.DeliveryPlanCommand.AssignPlanItem;
import org.portfolioledger.command.plan.DeliveryPlanCommand.CloseDeliveryPlan;
import org.portfolioledger.command.plan.DeliveryPlanCommand.DropPlanItem;
import org.portfolioledger.command.plan.DeliveryPlanCommand.OpenDeliveryPlan;
import org.portfolioledger.command.plan.DeliveryPlanCommand.ReportOnPlanItem;
import org.portfolioledger.command.plan.DeliveryPlanCommand.StartDeliveryPlan;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PlanItem;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of plans of some days. */
final class DeliveryPlan extends Family<DeliveryPlanCommand, DeliveryPlanFact, DeliveryPlanState> {

    DeliveryPlan() {
        super(Kinds.DELIVERY_PLAN, DeliveryPlanCommand.class, DeliveryPlanCommand.ROUTES, DeliveryPlanRule.values());
    }

    @Override
    protected Decision<DeliveryPlanFact> decide(
            DeliveryPlanCommand command, History<RecordedFact, DeliveryPlanState> history, Evidence evidence) {
        return switch (command) {
            case OpenDeliveryPlan open -> open(open, evidence);
            case StartDeliveryPlan start -> Decision.stating(DeliveryPlanStarted.class, start, new Findings());
            case AddPlanItem add -> add(add, history, evidence);
            case AssignPlanItem assign -> {
                Findings findings = new Findings();
                String id = added(assign.item(), history, findings);
                findings.requireHolder(assign.owner(), "/owner", evidence);
                yield Decision.of(
                        new PlanItemAssigned(
                                assign.deliveryPlan(),
                                id,
                                assign.owner(),
                                assign.dueOn(),
                                assign.reason(),
                                assign.provenance()),
                        findings);
            }
            case ReportOnPlanItem report -> {
                Findings findings = new Findings();
                String id = added(report.item(), history, findings);
                yield Decision.of(
                        new PlanItemProgressed(report.deliveryPlan(), id, report.progress(), report.provenance()),
                        findings);
            }
            case AchievePlanItem achieve -> achieve(achieve, history, evidence);
            case DropPlanItem drop -> {
                Findings findings = new Findings();
                String id = added(drop.item(), history, findings);
                yield Decision.of(
                        new PlanItemDropped(drop.deliveryPlan(), id, drop.reason(), drop.provenance()), findings);
            }
            case CloseDeliveryPlan close -> Decision.stating(DeliveryPlanClosed.class, close, new Findings());
        };
    }

    @Override
    protected List<String> initiatives(DeliveryPlanFact fact, DeliveryPlanState state) {
        return Stream.ofNullable(state.initiative()).map(Grounded::value).toList();
    }

    private static Decision<DeliveryPlanFact> open(OpenDeliveryPlan open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.initiative() != null || open.review() != null,
                        Finding.of(DeliveryPlanRule.PLAN_OF_NOTHING, "Neither an initiative nor a review is named"))
                .require(
                        open.days() == null || open.days() > 0,
                        Finding.of(
                                        DeliveryPlanRule.IMPOSSIBLE_PLAN_LENGTH,
                                        "The plan would take %s days".formatted(open.days()))
                                .at("/days"))
                .requireKnown(Kinds.REVIEW, open.review(), "/review", evidence)
                .requireHolder(open.owner(), "/owner", evidence);
        if (open.initiative() != null)
            findings.requireOpenInitiative(open.initiative(), open.provenance().effectiveOn(), "/initiative", evidence);
        return Decision.stating(DeliveryPlanOpened.class, open, findings);
    }

    private static Decision<DeliveryPlanFact> add(
            AddPlanItem add, History<RecordedFact, DeliveryPlanState> history, Evidence evidence) {
        Findings findings = new Findings().requireHolder(add.owner(), "/owner", evidence);
        String whole = add.partOf();
        if (whole != null && whole.equalsIgnoreCase(add.item()))
            findings.note(Finding.of(DeliveryPlanRule.PART_OF_ITSELF, "It names itself")
                    .at("/partOf"));
        else if (whole != null)
            findings.require(
                    items(history).anyMatch(whole::equalsIgnoreCase),
                    ReferenceRule.unknown("plan item", whole, "/partOf"));
        return Decision.of(
                new PlanItemAdded(
                        add.deliveryPlan(),
                        add.item(),
                        add.kind(),
                        add.text(),
                        whole == null ? null : EntryChecks.firstSpelling(whole, items(history)),
                        add.owner(),
                        add.dueOn(),
                        add.provenance()),
                findings);
    }

    private static Decision<DeliveryPlanFact> achieve(
            AchievePlanItem achieve, History<RecordedFact, DeliveryPlanState> history, Evidence evidence) {
        Findings findings = new Findings();
        String id = added(achieve.item(), history, findings);
        findings.require(
                        !achieve.evidence().isEmpty(),
                        Finding.of(DeliveryPlanRule.ACHIEVED_WITHOUT_EVIDENCE, "Nothing shows that it was achieved")
                                .at("/evidence"))
                .requireCitations(achieve.evidence(), "/evidence", evidence);
        return Decision.of(
                new PlanItemAchieved(achieve.deliveryPlan(), id, achieve.evidence(), achieve.provenance()), findings);
    }

    private static Stream<String> items(History<RecordedFact, DeliveryPlanState> history) {
        return EntryChecks.facts(history.entries(), PlanItemAdded.class).map(PlanItemAdded::item);
    }

    /** The id of an item as it was added, if it was. */
    private static String added(String id, History<RecordedFact, DeliveryPlanState> history, Findings findings) {
        findings.require(items(history).anyMatch(id::equalsIgnoreCase), ReferenceRule.absent("plan item", id));
        return EntryChecks.firstSpelling(id, items(history));
    }

    @Override
    protected List<Finding> invariants(DeliveryPlanState state) {
        List<Finding> findings = new ArrayList<>(
                EntryChecks.closedAfterItBegan(state, state.name(), DeliveryPlanRule.PLAN_CLOSED_BEFORE_IT_BEGAN));
        Grounded<String> closure = state.closure();
        if (closure == null) return findings;
        for (PlanItem item : state.items().values())
            if (!item.state().value().hasEnded())
                findings.add(Finding.of(
                                DeliveryPlanRule.PLAN_ITEMS_LEFT,
                                "Item %s is %s when the plan is closed"
                                        .formatted(item.item(), item.state().value()))
                        .against(List.of(closure.fact(), item.state().fact())));
        return findings;
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof PlanItemAdded added ? added.item() : null,
                id -> ReferenceRule.taken("plan item", id)));
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof DeliveryPlanStarted ? "started" : null,
                _ -> Finding.of(DeliveryPlanRule.PLAN_STARTED_ALREADY, "The plan has already started")));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                DeliveryPlanClosed.class::isInstance,
                fact -> !(fact instanceof DeliveryPlanOpened),
                DeliveryPlanRule.PLAN_CLOSED_ALREADY,
                "closed"));
        List<String> items = entries.stream()
                .flatMap(entry -> Stream.ofNullable(item(entry.content().fact())))
                .distinct()
                .toList();
        for (String item : items) findings.addAll(ofItem(item, entries));
        return findings;
    }

    /** That nothing happens to an item before it is added or after it ended. */
    private static List<Finding> ofItem(String item, List<EffectiveEntry<RecordedFact>> all) {
        List<EffectiveEntry<RecordedFact>> entries = all.stream()
                .filter(entry -> item.equals(item(entry.content().fact())))
                .toList();
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof PlanItemAchieved || fact instanceof PlanItemDropped,
                fact -> !(fact instanceof PlanItemAdded),
                DeliveryPlanRule.PLAN_ITEM_ENDED,
                "achieved or dropped"));
        List<EffectiveEntry<RecordedFact>> added = entries.stream()
                .filter(entry -> entry.content().fact() instanceof PlanItemAdded)
                .limit(1)
                .toList();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (added.contains(entry)) break;
            // Of what was never added, the command itself is told that it is nowhere.
            if (added.isEmpty() && entry.position() == History.UNRECORDED) continue;
            findings.add(Finding.contradiction(
                            DeliveryPlanRule.PLAN_ITEM_NOT_ADDED_YET,
                            "Item %s is not in the plan by %s".formatted(item, entry.effectiveOn()),
                            entry,
                            added)
                    .at("/effectiveOn"));
        }
        return findings;
    }

    private static @Nullable String item(GovernanceFact fact) {
        return switch (fact) {
            case PlanItemAdded added -> added.item();
            case PlanItemAssigned assigned -> assigned.item();
            case PlanItemProgressed progressed -> progressed.item();
            case PlanItemAchieved achieved -> achieved.item();
            case PlanItemDropped dropped -> dropped.item();
            default -> null;
        };
    }
}
