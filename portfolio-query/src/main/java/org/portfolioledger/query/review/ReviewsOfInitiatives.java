package org.portfolioledger.query.review;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;

/** The reviews of some initiatives and portfolios, and what they recommended. */
public final class ReviewsOfInitiatives {

    private ReviewsOfInitiatives() {}

    /** The reviews of some initiatives, by id. */
    public static List<ReviewState> at(Rows rows, TimePoint point, Set<String> initiatives) {
        return at(rows, point, initiatives, Set.of());
    }

    /** The reviews of some initiatives, and those of some portfolios as a whole, by id. */
    public static List<ReviewState> at(
            Rows rows, TimePoint point, Set<String> initiatives, Collection<String> portfolios) {
        if (initiatives.isEmpty() && portfolios.isEmpty()) return List.of();
        Among among = Among.referringTo(Stream.concat(
                        initiatives.stream().map(Kinds.INITIATIVE::stream),
                        portfolios.stream().map(Kinds.PORTFOLIO::stream))
                .toList());
        return rows.where(point, Kinds.REVIEW, among.condition(), among.values()).stream()
                .map(Known::state)
                .filter(review -> isOf(review.subject().value(), initiatives, portfolios))
                .toList();
    }

    private static boolean isOf(ReviewSubject subject, Set<String> initiatives, Collection<String> portfolios) {
        return (subject.initiative() != null && initiatives.contains(subject.initiative()))
                || (subject.portfolio() != null && portfolios.contains(subject.portfolio()));
    }

    /** What reviews recommended, as far as it is not followed to its end. */
    public static List<PartView<RecommendationView>> openRecommendations(
            Collection<ReviewState> reviews, Viewpoint seen) {
        return reviews.stream()
                .flatMap(review -> RecommendationView.of(review, seen).stream())
                .filter(part -> part.value().open())
                .toList();
    }
}
