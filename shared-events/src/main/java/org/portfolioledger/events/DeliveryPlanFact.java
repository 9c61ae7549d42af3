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
     * @param days number of days that it takes, including the day on which it starts; null: not stated
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
     * Something was added to the plan.
     *
     * @param item id, unique within the plan
     * @param partOf id of the item of the same plan to which it belongs, such as the product of an outcome; null: none
     * @param owner who is responsible for it; null: not stated
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
     * An item has another owner or another day.
     *
     * @param dueOn null: the day is unchanged
     */
    record PlanItemAssigned(
            String deliveryPlan,
            String item,
            Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements DeliveryPlanFact {}

    /** The progress of an item was reported. */
    record PlanItemProgressed(String deliveryPlan, String item, String progress, Provenance provenance)
            implements DeliveryPlanFact {}

    /**
     * An item was achieved.
     *
     * @param evidence that it was; empty only in migrated history
     */
    record PlanItemAchieved(String deliveryPlan, String item, List<Citation> evidence, Provenance provenance)
            implements DeliveryPlanFact {}

    /** An item is no longer in the plan. */
    record PlanItemDropped(String deliveryPlan, String item, String reason, Provenance provenance)
            implements DeliveryPlanFact {}

    /**
     * The plan ended.
     *
     * @param outcome its result
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
