package org.portfolioledger.query.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;

/** The reviews of some initiatives, and what they recommended. */
public final class ReviewsOfInitiatives {

    private ReviewsOfInitiatives() {}

    /** The reviews of some initiatives, by id. */
    public static List<ReviewState> at(Rows rows, TimePoint point, Set<String> initiatives) {
        if (initiatives.isEmpty()) return List.of();
        String[] streams = initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        return rows
                .where(point, Kinds.REVIEW, "r.refs && :initiatives::text[]", Map.of("initiatives", streams))
                .stream()
                .map(Known::state)
                .filter(review -> initiatives.contains(review.subject().value().initiative()))
                .toList();
    }

    /** What reviews recommended, as far as it is not followed to its end. */
    public static List<PartView<RecommendationView>> openRecommendations(
            Collection<ReviewState> reviews, Viewpoint seen) {
        return reviews.stream()
                .flatMap(review -> RecommendationView.of(review, seen).stream())
                .filter(part -> isOpen(part.value()))
                .toList();
    }

    private static boolean isOpen(RecommendationView recommendation) {
        RecommendationState state = recommendation.made().state().value();
        return !state.hasEnded() && state != RecommendationState.REJECTED;
    }
}
