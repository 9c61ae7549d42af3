package org.portfolioledger.query.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Recommendation;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;

/**
 * A recommendation as it is listed.
 *
 * @param review id of the review that made it
 * @param open whether it is neither rejected nor followed to its end
 * @param overdue whether its owner is late with it
 * @param recurs whether it repeats an earlier one
 */
@SchemaName("RecommendationOfReview")
public record RecommendationView(
        String review, @JsonUnwrapped Recommendation made, boolean open, boolean overdue, boolean recurs) {

    /** Whether it is what the filters of a question ask for. */
    boolean isAskedFor(ReadRequest request) {
        RecommendationGrade grade = made.grade() == null ? null : made.grade().value();
        return SubResources.is(request.filter("grade"), grade)
                && SubResources.is(request.filter("state"), made.state().value())
                && SubResources.is(request.filter("open"), open)
                && SubResources.is(request.filter("overdue"), overdue)
                && SubResources.is(request.filter("recurs"), recurs);
    }

    /** Those of a review; what a recommendation rests on is that by which it is in its state. */
    public static List<PartView<RecommendationView>> of(ReviewState review, Viewpoint seen) {
        return review.recommendations().values().stream()
                .map(recommendation -> PartView.of(
                        recommendation.recommendation(),
                        recommendation.state().as(recommendation),
                        new RecommendationView(
                                review.review(),
                                recommendation,
                                recommendation.isOpen(),
                                recommendation.isOverdue(seen.asOf()),
                                recommendation.repeats() != null),
                        seen))
                .toList();
    }
}
