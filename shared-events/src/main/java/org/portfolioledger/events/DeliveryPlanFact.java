package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a plan of some days, as ten or a hundred, and about each thing in it. Stream {@code delivery-plan-{id}}. */
public sealed interface DeliveryPlanFact extends GovernanceFact {

    /**
     * A plan was put on record.
     *
     * @param days how many days it takes from the day on which it starts, that day included; null: not stated
     * @param initiative id of the initiative whose plan it is; null: of none
     * @param review id of the review from which it came; null: of none
     * @param owner who answers for it; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record DeliveryPlanOpened(
            String deliveryPlan,
            String register,
            String name,
            @Nullable Integer days,
            @Nullable String initiative,
            @Nullable String review,
            @Nullable Holder owner,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements DeliveryPlanFact, Opening {}

    /** It started: the day on which this took effect is its first. */
    record DeliveryPlanStarted(String deliveryPlan, Provenance provenance) implements DeliveryPlanFact {}

    /**
     * Something is in the plan.
     *
     * @param item id, unique within the plan
     * @param partOf id of the item of the same plan to which it belongs, as an outcome to a product; null: to none
     * @param owner who is to see to it; null: not stated
     * @param dueOn last day for it; null: the last day of the plan
     */
    record PlanItemAdded(
            String deliveryPlan,
            String item,
            PlanItemKind kind,
            String text,
            @Nullable String partOf,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            Provenance provenance)
            implements DeliveryPlanFact {}

    /**
     * Somebody else is to see to an item, or by another day.
     *
     * @param dueOn null: the day stays
     */
    record PlanItemAssigned(
            String deliveryPlan,
            String item,
            Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements DeliveryPlanFact {}

    /** How far an item has come. */
    record PlanItemProgressed(String deliveryPlan, String item, String progress, Provenance provenance)
            implements DeliveryPlanFact {}

    /**
     * An item was achieved.
     *
     * @param evidence that it was; empty only in migrated history
     */
    record PlanItemAchieved(String deliveryPlan, String item, List<Citation> evidence, Provenance provenance)
            implements DeliveryPlanFact {}

    /** An item is not in the plan any more. */
    record PlanItemDropped(String deliveryPlan, String item, String reason, Provenance provenance)
            implements DeliveryPlanFact {}

    /**
     * The plan ended.
     *
     * @param outcome what came of it
     */
    record DeliveryPlanClosed(String deliveryPlan, String outcome, Provenance provenance) implements DeliveryPlanFact {}

    /** What is in a plan. */
    enum PlanItemKind {
        ACTION,
        PRODUCT,
        OUTCOME,
        /** What must hold so that the plan succeeds. */
        SUCCESS_FACTOR
    }

    /** How far something in a plan has come. */
    enum PlanItemState {
        OPEN,
        IN_PROGRESS,
        ACHIEVED,
        DROPPED;

        /** Whether there is nothing left to do. */
        public boolean hasEnded() {
            return this == ACHIEVED || this == DROPPED;
        }
    }
}
