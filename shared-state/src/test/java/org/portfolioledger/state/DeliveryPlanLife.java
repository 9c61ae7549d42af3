package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.EVIDENCE;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.vocabulary.Holder;

/** One full life of a delivery plan: every fact of the family, and every field of its state. */
final class DeliveryPlanLife {

    private DeliveryPlanLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.DELIVERY_PLAN)
                .then(new DeliveryPlanFact.DeliveryPlanOpened(
                        "PLAN-1",
                        "MPS",
                        "100 Day Plan",
                        100,
                        "PG-DRM",
                        "RV-1",
                        new Holder(null, "Director"),
                        attributes(),
                        VAGUE))
                .then(new DeliveryPlanFact.DeliveryPlanStarted("PLAN-1", on("2011-07-01")))
                .then(new DeliveryPlanFact.PlanItemAdded(
                        "PLAN-1", "IT-1", PlanItemKind.PRODUCT, "Strategy", null, null, null, on("2011-07-01")))
                .then(new DeliveryPlanFact.PlanItemAdded(
                        "PLAN-1",
                        "IT-2",
                        PlanItemKind.OUTCOME,
                        "Direction",
                        "IT-1",
                        new Holder("PN-021", null),
                        LocalDate.parse("2011-08-31"),
                        on("2011-07-02")))
                .then(new DeliveryPlanFact.PlanItemAssigned(
                        "PLAN-1",
                        "IT-1",
                        new Holder(null, "Deputy"),
                        LocalDate.parse("2011-09-30"),
                        null,
                        on("2011-07-03")))
                .then(new DeliveryPlanFact.PlanItemProgressed("PLAN-1", "IT-1", "draft", on("2011-07-04")))
                .then(new DeliveryPlanFact.PlanItemAchieved("PLAN-1", "IT-1", EVIDENCE, on("2011-08-01")))
                .then(new DeliveryPlanFact.PlanItemDropped("PLAN-1", "IT-2", "needless", on("2011-08-02")))
                .then(new DeliveryPlanFact.DeliveryPlanClosed("PLAN-1", "in use", on("2011-10-09")));
    }
}
