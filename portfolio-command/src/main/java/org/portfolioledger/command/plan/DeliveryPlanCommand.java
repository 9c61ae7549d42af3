package org.portfolioledger.command.plan;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a plan of some days. */
public sealed interface DeliveryPlanCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/delivery-plans",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "deliveryPlan",
                    OpenDeliveryPlan.class,
                    DeliveryPlanOpened.class,
                    "Put a delivery plan on record",
                    """
                        {"id": "PLAN-1", "register": "ACME", "name": "First hundred days", "days": 100, "initiative": "PG-HOMES", "review": "RV-1",
                         "owner": {"post": "Director of Housing"}, "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/starts",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    StartDeliveryPlan.class,
                    DeliveryPlanStarted.class,
                    "Start a plan: its days are counted from that day on",
                    """
                        {"effectiveOn": "2026-07-06"}"""),
            CommandRoute.beginning(
                    "/delivery-plans/{deliveryPlan}/items",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "item",
                    AddPlanItem.class,
                    PlanItemAdded.class,
                    "Add an action, a product, an outcome or a success factor to a plan",
                    """
                        {"id": "IT-1", "kind": "PRODUCT", "text": "Delivery strategy", "owner": {"person": "p-sro1"}, "dueOn": "2026-09-30",
                         "effectiveOn": "2026-07-02"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/items/{item}/assignments",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    AssignPlanItem.class,
                    PlanItemAssigned.class,
                    "Give something in a plan another owner or another day",
                    """
                        {"owner": {"post": "Head of Delivery"}, "dueOn": "2026-10-10", "reason": "New in post", "effectiveOn": "2026-07-10"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/items/{item}/progress-reports",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReportOnPlanItem.class,
                    PlanItemProgressed.class,
                    "Record the progress of something in a plan",
                    """
                        {"progress": "Draft with the board", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/items/{item}/achievements",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    AchievePlanItem.class,
                    PlanItemAchieved.class,
                    "Record that something in a plan was achieved, with evidence",
                    """
                        {"evidence": [{"description": "Strategy of 20 September"}], "effectiveOn": "2026-09-21"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/items/{item}/cancellations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    DropPlanItem.class,
                    PlanItemDropped.class,
                    "Take something out of a plan",
                    """
                        {"reason": "The merger makes it needless", "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/delivery-plans/{deliveryPlan}/closures",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    CloseDeliveryPlan.class,
                    DeliveryPlanClosed.class,
                    "Close a plan in which everything was achieved or dropped",
                    """
                        {"outcome": "All products are in use", "effectiveOn": "2026-10-14"}"""));

    /**
     * Puts a plan on record.
     *
     * @param days number of days that it takes, including its first day
     * @param initiative whose plan it is
     * @param review from which it came
     * @param owner who answers for it
     */
    record OpenDeliveryPlan(
            @IdOf("delivery-plan") String deliveryPlan,
            @IdOf("register") String register,
            String name,
            @Nullable Integer days,
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("review") @Nullable String review,
            @Nullable Holder owner,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements DeliveryPlanCommand {}

    /** Starts it. */
    record StartDeliveryPlan(@IdOf("delivery-plan") String deliveryPlan, Provenance provenance)
            implements DeliveryPlanCommand {}

    /**
     * Adds something to it.
     *
     * @param partOf id of the item of the same plan to which it belongs, such as the product of an outcome
     * @param owner who is responsible for it
     * @param dueOn last day for it; the last day of the plan where none is stated
     */
    record AddPlanItem(
            @IdOf("delivery-plan") String deliveryPlan,
            String item,
            PlanItemKind kind,
            String text,
            @Nullable String partOf,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            Provenance provenance)
            implements DeliveryPlanCommand {}

    /** Lets somebody else see to it, or by another day. */
    record AssignPlanItem(
            @IdOf("delivery-plan") String deliveryPlan,
            String item,
            Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements DeliveryPlanCommand {}

    /** Records its progress. */
    record ReportOnPlanItem(
            @IdOf("delivery-plan") String deliveryPlan, String item, String progress, Provenance provenance)
            implements DeliveryPlanCommand {}

    /**
     * Records that it was achieved.
     *
     * @param evidence documents on record, or a description of what shows it
     */
    record AchievePlanItem(
            @IdOf("delivery-plan") String deliveryPlan, String item, List<Citation> evidence, Provenance provenance)
            implements DeliveryPlanCommand {}

    /** Takes it out of the plan. */
    record DropPlanItem(@IdOf("delivery-plan") String deliveryPlan, String item, String reason, Provenance provenance)
            implements DeliveryPlanCommand {}

    /**
     * Closes the plan.
     *
     * @param outcome its result
     */
    record CloseDeliveryPlan(@IdOf("delivery-plan") String deliveryPlan, String outcome, Provenance provenance)
            implements DeliveryPlanCommand {}
}
