package org.portfolioledger.command.portfolio;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** What can be put on record about a portfolio. */
public sealed interface PortfolioCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/portfolios",
                    Set.of(PORTFOLIO_OFFICE),
                    "portfolio",
                    OpenPortfolio.class,
                    PortfolioOpened.class,
                    "Begin a portfolio",
                    """
                        {"id": "PF-HOUSING", "register": "ACME", "name": "Housing portfolio",
                         "office": "Portfolio office", "inclusionCriteria": ["whole-life cost above GBP 1m"]}"""),
            CommandRoute.beginning(
                            "/portfolios/{portfolio}/business-groups",
                            Set.of(PORTFOLIO_OFFICE),
                            "businessGroup",
                            NameBusinessGroup.class,
                            BusinessGroupNamed.class,
                            "Name a business group",
                            """
                        {"id": "HR", "name": "Human Resources"}""")
                    .at("/portfolios/{portfolio}"),
            CommandRoute.changing(
                            "/portfolios/{portfolio}/rating-schemes",
                            Set.of(PORTFOLIO_OFFICE),
                            DefineRatingScheme.class,
                            RatingSchemeDefined.class,
                            "Define a version of a rating scheme",
                            """
                        {"scheme": "ACME_RAG", "criteria": ["OVERALL", "COST"],
                         "ratings": [{"rating": "GREEN", "definition": "on target"},
                                     {"rating": "AMBER", "definition": "slipping, with actions in place"},
                                     {"rating": "RED", "definition": "off target"}]}""")
                    .at("/portfolios/{portfolio}/rating-schemes"),
            CommandRoute.changing(
                            "/portfolios/{portfolio}/rating-schemes/{scheme}/replacements",
                            Set.of(PORTFOLIO_OFFICE),
                            ReplaceRatingScheme.class,
                            RatingSchemeReplaced.class,
                            "Replace a rating scheme by another, or by a later version of itself",
                            """
                        {"by": "ACME_RAG", "version": 2, "effectiveOn": "2027-04-01"}""")
                    .at("/portfolios/{portfolio}/rating-schemes"),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/rating-validities",
                    Set.of(PORTFOLIO_OFFICE),
                    SetRatingValidity.class,
                    RatingValiditySet.class,
                    "Set for how many days a rating is good",
                    """
                        {"days": 100, "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                            "/portfolios/{portfolio}/role-descriptions",
                            Set.of(PORTFOLIO_OFFICE),
                            DescribeRole.class,
                            RoleDescribed.class,
                            "Describe what a role means in a portfolio",
                            """
                        {"role": "SRO", "description": "Is accountable for a programme from its opening to its closure",
                         "accountableFor": ["Delivery of the programme", "Benefits", "Risks"], "effectiveOn": "2026-04-01"}""")
                    .at("/portfolios/{portfolio}/role-descriptions/{role}"),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/case-policies",
                    Set.of(PORTFOLIO_OFFICE),
                    SetCasePolicy.class,
                    CasePolicySet.class,
                    "Set the policy that gives business cases their routes",
                    """
                        {"routes": [{"stages": ["SOC", "OBC", "FBC"], "tiers": [], "boards": ["BD-PROG", "BD-INV"], "challengePanel": "Investment challenge panel",
                                     "upTo": {"amount": 5000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"}}],
                         "fastRoutes": [{"decisionClass": "CONTRACT_EXTENSION", "boards": ["BD-INV"], "authority": "Scheme of delegation, 4.2"}],
                         "approvalMonths": 12, "effectiveOn": "2027-04-01"}"""));

    /** Begins a portfolio. */
    record OpenPortfolio(
            @IdOf("portfolio") String portfolio,
            @IdOf("register") String register,
            String name,
            @Nullable String formerName,
            @Nullable String office,
            List<String> inclusionCriteria,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements PortfolioCommand {}

    /** Names a business group, or gives it another name. */
    record NameBusinessGroup(
            @IdOf("portfolio") String portfolio, String businessGroup, String name, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Defines a version of a rating scheme.
     *
     * @param version null: the next one
     * @param ratings best first, each with its written definition
     */
    record DefineRatingScheme(
            @IdOf("portfolio") String portfolio,
            String scheme,
            @Nullable Integer version,
            List<RatingDefinition> ratings,
            List<String> criteria,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Replaces a rating scheme: ratings by it are history from that day on.
     *
     * @param by the scheme that takes its place; the same: a later version of it replaces every earlier one
     */
    record ReplaceRatingScheme(
            @IdOf("portfolio") String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Sets how long a rating is good for.
     *
     * @param days after the day on which it was given
     */
    record SetRatingValidity(@IdOf("portfolio") String portfolio, int days, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Describes what a role means in it.
     *
     * @param description what the role is for
     * @param accountableFor what its holder answers for
     */
    record DescribeRole(
            @IdOf("portfolio") String portfolio,
            Role role,
            String description,
            List<String> accountableFor,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Sets the policy for business cases: it gives every case that is submitted from then on its route.
     *
     * @param version null: the next one
     * @param routes the first that fits a case is its route
     * @param fastRoutes one for each class of decision that may take one
     * @param approvalMonths months for which a final approval is good; null: without end
     */
    record SetCasePolicy(
            @IdOf("portfolio") String portfolio,
            @Nullable Integer version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths,
            Provenance provenance)
            implements PortfolioCommand {}
}
