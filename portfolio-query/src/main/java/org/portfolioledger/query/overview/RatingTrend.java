package org.portfolioledger.query.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.portfolioledger.state.RagState.PreviousRating;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.vocabulary.RagRating;

/** How a rating compares with the one before it: of the same criterion, by the same assessor and the same version of a scheme. */
public enum RatingTrend {
    IMPROVED,
    UNCHANGED,
    WORSENED;

    /**
     * The trend of a rating.
     *
     * @param portfolio whose schemes say which rating is better; null: the initiative lies in none
     * @return null if there is nothing before it with which it may be compared
     */
    static @Nullable RatingTrend of(Rating rating, @Nullable PortfolioState portfolio) {
        PreviousRating before = rating.previous();
        return before == null
                ? null
                : between(before.rating(), rating.rating(), rating.scheme(), rating.schemeVersion(), portfolio);
    }

    /**
     * How one rating by a version of a scheme compares with another before it.
     *
     * @param portfolio whose schemes say which rating is better; null: the initiative lies in none
     * @return null if they may not be compared
     */
    public static @Nullable RatingTrend between(
            RagRating before, RagRating now, String scheme, int version, @Nullable PortfolioState portfolio) {
        if (!before.isRank() || !now.isRank()) return null;
        if (before == now) return UNCHANGED;
        List<RagRating> order = order(scheme, version, portfolio);
        int was = order.indexOf(before);
        int is = order.indexOf(now);
        if (was < 0 || is < 0) return null;
        return is < was ? IMPROVED : WORSENED;
    }

    /** The best first: as the portfolio defines the scheme, or else as its colours are read everywhere. */
    private static List<RagRating> order(String name, int version, @Nullable PortfolioState portfolio) {
        Grounded<Scheme> scheme =
                portfolio == null ? null : portfolio.schemes().get(PortfolioState.schemeKey(name, version));
        return scheme == null
                ? List.of(RagRating.values())
                : scheme.value().ratings().stream()
                        .map(RatingDefinition::rating)
                        .toList();
    }
}
