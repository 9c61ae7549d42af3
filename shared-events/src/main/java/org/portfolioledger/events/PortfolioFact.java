package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RatingDefinition;

/** Facts about a portfolio. Stream {@code portfolio-{id}}. */
public sealed interface PortfolioFact extends GovernanceFact {

    /**
     * The portfolio began.
     *
     * @param office the portfolio office, in the source's words
     * @param inclusionCriteria what brings an initiative into the portfolio
     * @param attributes what the source also says and no field holds, by name
     */
    record PortfolioOpened(
            String portfolio,
            String register,
            String name,
            @Nullable String formerName,
            @Nullable String office,
            List<String> inclusionCriteria,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements PortfolioFact, Opening {}

    /** A business group (a part of the organisation that owns initiatives) was named. */
    record BusinessGroupNamed(String portfolio, String businessGroup, String name, Provenance provenance)
            implements PortfolioFact {}

    /**
     * A rating scheme was defined.
     *
     * @param version 1, 2, 3, …; a version never changes once it is defined
     * @param ratings best first
     * @param criteria what is rated
     */
    record RatingSchemeDefined(
            String portfolio,
            String scheme,
            int version,
            List<RatingDefinition> ratings,
            List<String> criteria,
            Provenance provenance)
            implements PortfolioFact {}
}
