package org.portfolioledger.query.review;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationState;
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

/** Reads of the recommendations of a review. */
@RestController
@RequestMapping("/api/v1/reviews/{review}/recommendations")
final class ReviewQueries {

    private final Responses responses;
    private final SubResources parts;

    ReviewQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List the recommendations of a review, and how far each has come")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "grade", of = RecommendationGrade.class, or = SubResources.NOT_STATED),
                @Choice(filter = "state", of = RecommendationState.class),
                @Choice(filter = "overdue", of = Whether.class),
                @Choice(filter = "recurs", of = Whether.class)
            },
            sorts = {"since", "grade", "dueOn", "state"})
    Answer<PageView<PartView<RecommendationView>>> recommendations(
            @PathVariable("review") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.REVIEW,
                id,
                Kinds.REVIEW,
                (review, seen) -> RecommendationView.of(review, seen).stream()
                        .filter(part -> part.value().isAskedFor(request))
                        .toList());
    }

    @GetMapping("/{recommendation}")
    @Operation(summary = "Get one recommendation of a review")
    @ReadParameters(Form.ITEM)
    Answer<PartView<RecommendationView>> recommendation(
            @PathVariable("review") String id, @PathVariable String recommendation, ReadRequest request) {
        return responses.item(
                request,
                Kinds.REVIEW,
                id,
                (review, seen) -> PartView.one(RecommendationView.of(review, seen), recommendation));
    }
}
