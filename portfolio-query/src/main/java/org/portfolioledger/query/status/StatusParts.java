package org.portfolioledger.query.status;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.overview.StatusPart;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Recommendation;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;

/** Which parts of a status are asked for, and those of them that are read for it alone. */
final class StatusParts {

    static final String INCLUDE = "include";

    private StatusParts() {}

    /**
     * What a request asks for: all but the totals, where it does not say.
     *
     * @throws Problem if it names another part
     */
    static Set<StatusPart> of(ReadRequest request) {
        String include = request.filter(INCLUDE).orElse(null);
        if (include == null) return EnumSet.complementOf(EnumSet.of(StatusPart.TOTALS));
        Set<StatusPart> parts = EnumSet.noneOf(StatusPart.class);
        for (String word : include.split(",", -1)) parts.add(part(word));
        return parts;
    }

    private static StatusPart part(String word) {
        return Arrays.stream(StatusPart.values())
                .filter(part -> part.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ReadRequest.unreadable(
                        INCLUDE,
                        "must be of "
                                + Arrays.stream(StatusPart.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** By initiative the reviews that made a critical recommendation which is open. */
    static Map<String, List<ReviewState>> critical(Rows rows, TimePoint point, List<InitiativeState> initiatives) {
        Set<String> ids = initiatives.stream().map(InitiativeState::initiative).collect(Collectors.toSet());
        return ReviewsOfInitiatives.at(rows, point, ids).stream()
                .filter(review -> review.recommendations().values().stream().anyMatch(StatusParts::isCritical))
                .collect(Collectors.groupingBy(review ->
                        Objects.requireNonNull(review.subject().value().initiative())));
    }

    /** The critical recommendations of some reviews that are open. */
    static List<PartView<RecommendationView>> critical(List<ReviewState> reviews, Viewpoint seen) {
        return reviews.stream()
                .flatMap(review -> RecommendationView.of(review, seen).stream())
                .filter(part -> isCritical(part.value().made()))
                .toList();
    }

    static boolean isCritical(Recommendation made) {
        return made.isOpen() && made.grade() != null && made.grade().value() == RecommendationGrade.CRITICAL_DO_NOW;
    }
}
