package org.portfolioledger.query.review;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of a red gate that no assurance of its action plan is planned (rule 13). */
@Component
public final class ReviewViews implements EntityViews<ReviewState, EntityView<ReviewState>, EntityView<ReviewState>> {

    private static final String NAMES_ONE = "r.refs && :streams::text[]";

    private final Rows rows;

    ReviewViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, ReviewState> kind() {
        return Kinds.REVIEW;
    }

    @Override
    public Viewed<List<EntityView<ReviewState>>> list(TimePoint point, List<ReviewState> reviews) {
        Viewpoint seen = rows.viewpoint(point, reviews);
        Set<String> assured = assured(point, reviews);
        return new Viewed<>(
                reviews.stream().map(review -> shown(review, assured, seen)).toList(), seen);
    }

    @Override
    public Viewed<EntityView<ReviewState>> item(TimePoint point, ReviewState review) {
        Viewpoint seen = rows.viewpoint(point, List.of(review));
        return new Viewed<>(view(point, review, seen), seen);
    }

    /** One review as it is seen from a viewpoint. */
    public EntityView<ReviewState> view(TimePoint point, ReviewState review, Viewpoint seen) {
        return shown(review, assured(point, List.of(review)), seen);
    }

    private static EntityView<ReviewState> shown(ReviewState review, Set<String> assured, Viewpoint seen) {
        SortedSet<Alert> alerts = new TreeSet<>(Alert.of(review, seen));
        if (review.isRedGate() && !assured.contains(review.review())) alerts.add(Alert.ACTION_PLAN_NOT_ASSURED);
        return new EntityView<>(review, Collections.unmodifiableSortedSet(alerts));
    }

    /** Those whose action plan another review assures, which was not cancelled. */
    private Set<String> assured(TimePoint point, Collection<ReviewState> reviews) {
        String[] red = reviews.stream()
                .filter(ReviewState::isRedGate)
                .map(review -> Kinds.REVIEW.stream(review.review()))
                .toArray(String[]::new);
        if (red.length == 0) return Set.of();
        return rows.where(point, Kinds.REVIEW, NAMES_ONE, Map.of("streams", red)).stream()
                .map(Known::state)
                .filter(ReviewState::isOpen)
                .flatMap(review -> Stream.ofNullable(review.actionPlanOf()))
                .map(Grounded::value)
                .collect(Collectors.toSet());
    }
}
