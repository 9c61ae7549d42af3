package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Citation;

/** What tests tell of delivery plans. */
public final class DeliveryPlanHistory {

    private DeliveryPlanHistory() {}

    public static GovernanceFact plan(String id, @Nullable String initiative, int days, String day) {
        return new DeliveryPlanFact.DeliveryPlanOpened(
                id, "MPS", "Plan", days, initiative, null, null, new TreeMap<>(), on(day));
    }

    public static GovernanceFact started(String id, String day) {
        return new DeliveryPlanFact.DeliveryPlanStarted(id, on(day));
    }

    public static GovernanceFact itemAdded(String plan, String item, @Nullable String dueOn, String day) {
        return new DeliveryPlanFact.PlanItemAdded(
                plan, item, PlanItemKind.PRODUCT, "Strategy", null, null, date(dueOn), on(day));
    }

    public static GovernanceFact itemAchieved(String plan, String item, String day) {
        return new DeliveryPlanFact.PlanItemAchieved(plan, item, List.of(new Citation(null, "Minutes")), on(day));
    }
}
