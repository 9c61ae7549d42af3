package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

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

    /**
     * A rating scheme was replaced: ratings by it are history from that day on.
     *
     * @param scheme that is replaced: all of it, or, by a version of itself, every earlier version
     * @param by the scheme that takes its place
     * @param version of the scheme that takes its place
     */
    record RatingSchemeReplaced(String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioFact {}

    /**
     * How long a rating is good for was set.
     *
     * @param days after the day on which it was given; from then on it is overdue
     */
    record RatingValiditySet(String portfolio, int days, Provenance provenance) implements PortfolioFact {}

    /**
     * It was described what a role means in the portfolio. Later descriptions take the place of earlier ones.
     *
     * @param description what the role is for
     * @param accountableFor what its holder answers for
     */
    record RoleDescribed(
            String portfolio, Role role, String description, List<String> accountableFor, Provenance provenance)
            implements PortfolioFact {}

    /**
     * What a rating means in one scheme.
     *
     * @param rating the rating
     * @param definition its written definition
     */
    record RatingDefinition(RagRating rating, String definition) {}
}
