package org.portfolioledger.query.milestone;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of milestones and their baselines. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}")
final class MilestoneQueries {

    private final Responses responses;
    private final SubResources parts;

    MilestoneQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping("/milestones")
    @Operation(
            summary = "List the milestones of an initiative, and by how much they slip against a baseline",
            description = "They are compared with the baseline in force, unless `baseline` names another by its number."
                    + " With `against`, their dates in the baseline that it names take the place of the expected ones, so"
                    + " that any two baselines are compared."
                    + " Where a date is not exact to the day, `slippage` has no `days`, but the least and the most that they"
                    + " can be; `slippedBy` asks for the least.")
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "baseline", condition = MilestoneView.HAS_BASELINE),
                @Stated(filter = "against", condition = MilestoneView.HAS_OTHER_BASELINE)
            },
            choices = {
                @Choice(filter = "kind", of = MilestoneKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = MilestoneStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            ranges = @Range(name = "due"),
            counts =
                    @Count(
                            name = "slippedBy",
                            least = 1,
                            most = 36_500,
                            meaning = "Only those that slip by so many days."),
            sorts = {"since", "name", "kind", "status", "dueOn", "leastDays"})
    Answer<PageView<PartView<MilestoneView>>> milestones(@PathVariable("initiative") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.INITIATIVE,
                id,
                Kinds.MILESTONES,
                (state, seen) -> MilestoneView.askedFor(state, request, seen));
    }

    @GetMapping("/milestones/{milestone}")
    @Operation(summary = "Get one milestone, and by how much it slips against the baseline in force")
    @ReadParameters(Form.ITEM)
    Answer<PartView<MilestoneView>> milestone(
            @PathVariable("initiative") String id, @PathVariable String milestone, ReadRequest request) {
        return responses.item(
                request, Kinds.MILESTONES, id, (state, seen) -> PartView.one(MilestoneView.of(state, seen), milestone));
    }

    @GetMapping("/baselines")
    @Operation(summary = "List the baselines of an initiative's milestones; the last is the one in force")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since", "number"})
    Answer<PageView<PartView<BaselineView>>> baselines(@PathVariable("initiative") String id, ReadRequest request) {
        return parts.list(request, Kinds.INITIATIVE, id, Kinds.MILESTONES, BaselineView::of);
    }

    @GetMapping("/baselines/{baseline}")
    @Operation(summary = "Get one baseline, with the decision by which it was approved and the reason")
    @ReadParameters(Form.ITEM)
    Answer<PartView<BaselineView>> baseline(
            @PathVariable("initiative") String id, @PathVariable String baseline, ReadRequest request) {
        return responses.item(
                request, Kinds.MILESTONES, id, (state, seen) -> PartView.one(BaselineView.of(state, seen), baseline));
    }
}
