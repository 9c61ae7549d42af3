package org.portfolioledger.query.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.overview.InitiativeStatus;

/**
 * The status of a portfolio.
 *
 * @param countsByRating number of its open initiatives with each rating, over all pages
 * @param totals what should not be overlooked over all pages; absent if it is not asked for
 * @param items its open initiatives
 * @param next cursor of the page after it; null: it is the last
 */
record StatusView(
        List<RatingCount> countsByRating,
        @Nullable StatusTotals totals,
        List<InitiativeStatus> items,
        @JsonInclude @Nullable String next) {}
