package org.portfolioledger.query.plan;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemState;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of what is in a plan. */
@RestController
@RequestMapping("/api/v1/delivery-plans/{deliveryPlan}/items")
final class DeliveryPlanQueries {

    private final Responses responses;
    private final SubResources parts;

    DeliveryPlanQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List everything in a plan, and the progress of each")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "kind", of = PlanItemKind.class),
                @Choice(filter = "state", of = PlanItemState.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "kind", "dueOn", "state"})
    Answer<PageView<PartView<PlanItemView>>> items(@PathVariable("deliveryPlan") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.DELIVERY_PLAN,
                id,
                Kinds.DELIVERY_PLAN,
                (plan, seen) -> PlanItemView.of(plan, seen).stream()
                        .filter(part -> part.value().isAskedFor(request))
                        .toList());
    }

    @GetMapping("/{item}")
    @Operation(summary = "Get one thing in a plan")
    @ReadParameters(Form.ITEM)
    Answer<PartView<PlanItemView>> item(
            @PathVariable("deliveryPlan") String id, @PathVariable String item, ReadRequest request) {
        return responses.item(
                request, Kinds.DELIVERY_PLAN, id, (plan, seen) -> PartView.one(PlanItemView.of(plan, seen), item));
    }
}
