package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
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
     * A policy for business cases was set: it gives every case that is submitted from then on its route.
     *
     * @param version 1, 2, 3, …; a version never changes once it is set
     * @param routes the first that fits a case is its route
     * @param fastRoutes one for each class of decision that may take one
     * @param approvalMonths months for which a final approval is good; null: without end
     */
    record CasePolicySet(
            String portfolio,
            int version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths,
            Provenance provenance)
            implements PortfolioFact, Approval {}

    /**
     * A route, and the cases that take it.
     *
     * @param stages of the cases; empty: every stage
     * @param tiers of their initiatives; empty: every tier
     * @param upTo most that they may cost; null: any cost
     * @param boards in the order in which they decide
     * @param challengePanel that challenges them before a board approves; null: none does
     */
    record PolicyRoute(
            List<CaseStage> stages,
            List<Tier> tiers,
            @Nullable Money upTo,
            @IdOf("board") List<String> boards,
            @Nullable String challengePanel) {}

    /**
     * The short way of one class of decision.
     *
     * @param decisionClass in capitals, for instance {@code CONTRACT_EXTENSION}
     * @param boards in the order in which they decide
     * @param authority by which it is taken, in the source's words
     */
    record FastRoute(String decisionClass, @IdOf("board") List<String> boards, String authority) {}

    /**
     * What a rating means in one scheme.
     *
     * @param rating the rating
     * @param definition its written definition
     */
    record RatingDefinition(RagRating rating, String definition) {}
}
