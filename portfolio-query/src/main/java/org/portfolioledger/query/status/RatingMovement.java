package org.portfolioledger.query.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PortfolioMembers.CountedRating;
import org.portfolioledger.query.answer.PortfolioMembers.RatedInitiative;
import org.portfolioledger.query.overview.RatingTrend;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.vocabulary.RagRating;

/**
 * How many ratings are better or worse than at the point before. Compared is what is asserted at both points of the same
 * initiative and criterion, by the same assessor and the same version of a scheme.
 *
 * @param href path of the ratings that changed between the two points, with the facts that changed them
 */
record RatingMovement(int improved, int worsened, String href) {

    /** What is compared with itself. */
    private record Rated(
            String initiative,
            String scheme,
            int version,
            String criterion,
            @Nullable String assessor) {

        static Rated of(RatedInitiative rated) {
            CountedRating by = rated.rating();
            return new Rated(rated.initiative(), by.scheme(), by.version(), by.criterion(), by.assessor());
        }
    }

    /**
     * Compares.
     *
     * @param portfolios by id those in which the initiatives lie now
     */
    static RatingMovement of(
            List<RatedInitiative> before,
            List<RatedInitiative> now,
            Map<String, PortfolioState> portfolios,
            String href) {
        Map<Rated, RagRating> was = new HashMap<>();
        for (RatedInitiative rated : before) was.put(Rated.of(rated), rating(rated));
        int improved = 0;
        int worsened = 0;
        for (RatedInitiative rated : now) {
            PortfolioState portfolio = portfolios.get(rated.rating().portfolio());
            RagRating earlier = was.get(Rated.of(rated));
            if (earlier == null || RatingCount.isReplaced(rated.rating(), portfolio)) continue;
            RatingTrend trend = RatingTrend.between(
                    earlier,
                    rating(rated),
                    rated.rating().scheme(),
                    rated.rating().version(),
                    portfolio);
            if (trend == RatingTrend.IMPROVED) improved++;
            if (trend == RatingTrend.WORSENED) worsened++;
        }
        return new RatingMovement(improved, worsened, href);
    }

    private static RagRating rating(RatedInitiative rated) {
        return RagRating.valueOf(rated.rating().rating());
    }
}
