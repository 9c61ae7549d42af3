package org.portfolioledger.query.naive;

import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about delivery plans. */
final class HostileDeliveryPlans extends HostileFamily {

    HostileDeliveryPlans(HostileFacts all) {
        super(all);
        makers.put(
                DeliveryPlanOpened.class,
                id -> new DeliveryPlanOpened(
                        id,
                        register(id),
                        name(),
                        random.nextInt(4) == 0 ? null : 1 + random.nextInt(HostileFacts.DAYS),
                        maybe(near("initiative", id)),
                        maybe(near("review", id)),
                        maybe(holder()),
                        attributes(),
                        on()));
        makers.put(DeliveryPlanStarted.class, id -> new DeliveryPlanStarted(id, on()));
        makers.put(
                PlanItemAdded.class,
                id -> new PlanItemAdded(
                        id,
                        item(),
                        any(PlanItemKind.values()),
                        name(),
                        maybe(item()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        on()));
        makers.put(
                PlanItemAssigned.class,
                id -> new PlanItemAssigned(
                        id, item(), holder(), random.nextBoolean() ? day() : null, maybe("left"), on()));
        makers.put(PlanItemProgressed.class, id -> new PlanItemProgressed(id, item(), name(), on()));
        makers.put(PlanItemAchieved.class, id -> new PlanItemAchieved(id, item(), evidence(id), on()));
        makers.put(PlanItemDropped.class, id -> new PlanItemDropped(id, item(), "needless", on()));
        makers.put(DeliveryPlanClosed.class, id -> new DeliveryPlanClosed(id, "in use", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return DeliveryPlanFact.class;
    }

    @Override
    String kind() {
        return "delivery-plan";
    }

    @Override
    Some some() {
        return new Some("PLAN", 2, DeliveryPlanOpened.class);
    }

    private String item() {
        return "IT" + random.nextInt(3);
    }
}
