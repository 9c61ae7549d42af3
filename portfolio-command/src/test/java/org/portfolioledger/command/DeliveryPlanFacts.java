package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

/** What tests record of delivery plans. */
public final class DeliveryPlanFacts {

    private DeliveryPlanFacts() {}

    /** A plan of ten days. */
    public static DeliveryPlanOpened plan(String id, @Nullable String initiative, String day) {
        return new DeliveryPlanOpened(id, "ACME", "Ten Day Plan", 10, initiative, null, null, new TreeMap<>(), on(day));
    }

    public static DeliveryPlanStarted started(String id, String day) {
        return new DeliveryPlanStarted(id, on(day));
    }

    public static PlanItemAdded itemAdded(String plan, String item, String day) {
        return new PlanItemAdded(plan, item, PlanItemKind.PRODUCT, "Strategy", null, null, null, on(day));
    }

    public static PlanItemAssigned itemAssigned(String plan, String item, String person, String day) {
        return new PlanItemAssigned(plan, item, new Holder(person, null), null, null, on(day));
    }

    public static PlanItemProgressed itemProgressed(String plan, String item, String day) {
        return new PlanItemProgressed(plan, item, "Half", on(day));
    }

    public static PlanItemAchieved itemAchieved(String plan, String item, String day) {
        return new PlanItemAchieved(plan, item, List.of(new Citation(null, "Minutes")), on(day));
    }

    public static PlanItemDropped itemDropped(String plan, String item, String day) {
        return new PlanItemDropped(plan, item, "Needless", on(day));
    }

    public static DeliveryPlanClosed planClosed(String id, String day) {
        return new DeliveryPlanClosed(id, "In use", on(day));
    }
}
