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
enum RatingTrend {
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
        if (before == null || !before.rating().isRank() || !rating.rating().isRank()) return null;
        if (before.rating() == rating.rating()) return UNCHANGED;
        List<RagRating> order = order(rating, portfolio);
        int was = order.indexOf(before.rating());
        int is = order.indexOf(rating.rating());
        if (was < 0 || is < 0) return null;
        return is < was ? IMPROVED : WORSENED;
    }

    /** The best first: as the portfolio defines the scheme, or else as its colours are read everywhere. */
    private static List<RagRating> order(Rating rating, @Nullable PortfolioState portfolio) {
        Grounded<Scheme> scheme = portfolio == null
                ? null
                : portfolio.schemes().get(PortfolioState.schemeKey(rating.scheme(), rating.schemeVersion()));
        return scheme == null
                ? List.of(RagRating.values())
                : scheme.value().ratings().stream()
                        .map(RatingDefinition::rating)
                        .toList();
    }
}
