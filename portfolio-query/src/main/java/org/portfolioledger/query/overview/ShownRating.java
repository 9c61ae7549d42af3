package org.portfolioledger.query.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Alerting;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.portfolioledger.state.RagState.Rating;

/**
 * A rating as it is to be seen in the portfolio in which its initiative lies.
 *
 * @param trend against the rating before it; null: there is none by the same scheme, or one of the two is no rank
 * @param schemeReplacement null, or what replaced the scheme: the rating is history
 * @param overdueFrom first day on which the rating is older than its portfolio allows; null: the portfolio sets no limit, or the rating is history
 */
public record ShownRating(
        @JsonUnwrapped Rating rating,
        @Nullable RatingTrend trend,
        @Nullable Grounded<Replacement> schemeReplacement,
        @Nullable LocalDate overdueFrom)
        implements Alerting {

    /**
     * A rating on its grounds.
     *
     * @param portfolio null: the initiative lies in none
     */
    static Grounded<ShownRating> of(Grounded<Rating> given, @Nullable PortfolioState portfolio) {
        Grounded<Replacement> replacement = replacement(given.value(), portfolio);
        boolean history = replacement != null || given.value().ending() != null;
        LocalDate overdue = history || portfolio == null ? null : overdueFrom(given, portfolio.ratingValidityDays());
        return given.as(new ShownRating(given.value(), RatingTrend.of(given.value(), portfolio), replacement, overdue));
    }

    /** Whether it counts: neither its assessor ended it nor the portfolio replaced its scheme. */
    public boolean isInForce() {
        return rating.ending() == null && schemeReplacement == null;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (overdueFrom != null && !overdueFrom.isAfter(asOf)) alerts.add(Alert.RATING_OVERDUE);
        if (schemeReplacement != null && !rating.givenOn().isBefore(schemeReplacement.since()))
            alerts.add(Alert.RATED_IN_REPLACED_SCHEME);
        return alerts;
    }

    private static @Nullable Grounded<Replacement> replacement(Rating rating, @Nullable PortfolioState portfolio) {
        if (portfolio == null) return null;
        Grounded<Scheme> scheme =
                portfolio.schemes().get(PortfolioState.schemeKey(rating.scheme(), rating.schemeVersion()));
        return scheme == null ? null : scheme.value().replacement();
    }

    /** A date less precise than a day counts from the last day of its period. */
    private static @Nullable LocalDate overdueFrom(Grounded<Rating> given, @Nullable Grounded<Integer> days) {
        if (days == null) return null;
        LocalDate dayAfter = given.precision() == null
                ? given.since().plusDays(1)
                : given.precision().endOfPeriod(given.since());
        return dayAfter.plusDays(days.value());
    }
}
