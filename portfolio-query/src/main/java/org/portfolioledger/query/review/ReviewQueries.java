package org.portfolioledger.query.review;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
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
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of what reviews recommended. */
@RestController
@RequestMapping("/api/v1")
final class ReviewQueries {

    private final Responses responses;
    private final SubResources parts;
    private final Rows rows;

    ReviewQueries(Responses responses, SubResources parts, Rows rows) {
        this.responses = responses;
        this.parts = parts;
        this.rows = rows;
    }

    @GetMapping("/recommendations")
    @Operation(
            summary =
                    "List what all reviews recommended, including reviews of no portfolio and no initiative, and the progress of each"
                            + " recommendation")
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            choices = {
                @Choice(filter = "grade", of = RecommendationGrade.class, or = SubResources.NOT_STATED),
                @Choice(filter = "state", of = RecommendationState.class),
                @Choice(filter = "open", of = Whether.class),
                @Choice(filter = "overdue", of = Whether.class),
                @Choice(filter = "recurs", of = Whether.class)
            },
            sorts = {"since", "review", "grade", "dueOn", "state"})
    Answer<PageView<PartView<RecommendationView>>> recommendations(ReadRequest request) {
        TimePoint point = responses.point(request);
        List<ReviewState> reviews = rows.where(point, Kinds.REVIEW, "true", Map.of()).stream()
                .map(Known::state)
                .toList();
        Viewpoint seen = rows.viewpoint(point, reviews);
        List<PartView<RecommendationView>> wanted = reviews.stream()
                .flatMap(review -> RecommendationView.of(review, seen).stream())
                .filter(part -> part.value().isAskedFor(request))
                .toList();
        return responses.list(request, point, seen, wanted);
    }

    @GetMapping("/reviews/{review}/recommendations")
    @Operation(summary = "List the recommendations of a review, and the progress of each")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "grade", of = RecommendationGrade.class, or = SubResources.NOT_STATED),
                @Choice(filter = "state", of = RecommendationState.class),
                @Choice(filter = "open", of = Whether.class),
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

    @GetMapping("/reviews/{review}/recommendations/{recommendation}")
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
