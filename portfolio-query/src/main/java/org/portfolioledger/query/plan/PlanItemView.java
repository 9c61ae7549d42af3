package org.portfolioledger.query.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Alerting;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.PlanItem;
import org.portfolioledger.state.Viewpoint;

/**
 * Something in a plan as it is listed.
 *
 * @param deliveryPlan id of the plan
 * @param overdue whether its last day, or that of the plan, has passed
 */
@SchemaName("ItemOfDeliveryPlan")
record PlanItemView(String deliveryPlan, @JsonUnwrapped PlanItem planned, boolean overdue) implements Alerting {

    /** Whether it is what the filters of a question ask for. */
    boolean isAskedFor(ReadRequest request) {
        return SubResources.is(request.filter("kind"), planned.kind().value())
                && SubResources.is(request.filter("state"), planned.state().value())
                && SubResources.is(request.filter("overdue"), overdue);
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        return overdue ? Set.of(Alert.PLAN_ITEM_OVERDUE) : Set.of();
    }

    /** Those of a plan; what an item rests on is that by which it is in its state. */
    static List<PartView<PlanItemView>> of(DeliveryPlanState plan, Viewpoint seen) {
        return plan.items().values().stream()
                .map(item -> PartView.of(
                        item.item(),
                        item.state().as(new PlanItemView(plan.deliveryPlan(), item, plan.isOverdue(item, seen.asOf()))),
                        seen))
                .toList();
    }
}
