package org.portfolioledger.command.portfolio;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.ConfidenceTrend;
import org.portfolioledger.events.PortfolioFact.DeliveryConfidenceAssessed;
import org.portfolioledger.events.PortfolioFact.EqualityRequirementSet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

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
                    "Open a portfolio",
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
                            "Replace a rating scheme with another, or with a later version of itself",
                            """
                        {"by": "ACME_RAG", "version": 2, "effectiveOn": "2027-04-01"}""")
                    .at("/portfolios/{portfolio}/rating-schemes"),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/risk-schemes",
                    Set.of(PORTFOLIO_OFFICE),
                    DefineRiskScheme.class,
                    RiskSchemeDefined.class,
                    "Define a version of a scheme by which risks are scored",
                    """
                        {"scheme": "ACME_RISKS", "criticalFrom": 15, "effectiveOn": "2027-04-01",
                         "probabilities": ["under 5%", "5% to 20%", "20% to 50%", "50% to 80%", "over 80%"],
                         "impacts": ["under GBP 10,000", "under GBP 100,000", "under GBP 1m", "under GBP 10m", "GBP 10m and more"]}"""),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/risk-schemes/{scheme}/replacements",
                    Set.of(PORTFOLIO_OFFICE),
                    ReplaceRiskScheme.class,
                    RiskSchemeReplaced.class,
                    "Replace a risk scheme with another, or with a later version of itself",
                    """
                        {"by": "ACME_RISKS", "version": 2, "effectiveOn": "2028-04-01"}"""),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/risk-governance",
                    Set.of(PORTFOLIO_OFFICE),
                    DescribeRiskGovernance.class,
                    RiskGovernanceDescribed.class,
                    "Describe how risks are governed in a portfolio",
                    """
                        {"levels": ["PROJECT", "PROGRAMME", "PORTFOLIO"], "gatekeeper": {"board": "BD-PROG"},
                         "rules": ["Risks are reviewed monthly"], "presentedTo": ["BD-INV"], "effectiveOn": "2027-04-01"}"""),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/savings-figures",
                    Set.of(PORTFOLIO_OFFICE),
                    StateSavingsFigures.class,
                    SavingsFiguresStated.class,
                    "State what the benefits of a portfolio should add up to, or by how much they fall short",
                    """
                        {"kind": "TARGET", "statedIn": "Business plan 2026-29",
                         "money": [{"year": "2026/27", "money": {"amount": -1500000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"}}],
                         "posts": [{"year": "2026/27", "kind": "STAFF", "number": -20}], "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/delivery-confidence-assessments",
                    Set.of(PORTFOLIO_OFFICE),
                    AssessDeliveryConfidence.class,
                    DeliveryConfidenceAssessed.class,
                    "Assess how likely a portfolio as a whole is to deliver, without a rating",
                    """
                        {"assessor": "Portfolio office", "trend": "WORSENED", "period": "last quarter", "reason": "Two lenders withdrew",
                         "topIssues": ["Recruiting site managers", "Tracking of benefits"], "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/portfolios/{portfolio}/equality-requirements",
                    Set.of(PORTFOLIO_OFFICE),
                    SetEqualityRequirement.class,
                    EqualityRequirementSet.class,
                    "Set which initiatives of a portfolio need an equality impact assessment",
                    """
                        {"kind": "FULL", "levels": ["PROGRAMME", "PROJECT"], "timing": "From proposal to implementation",
                         "effectiveOn": "2026-04-01"}"""),
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
                         "approvalMonths": 12, "mayWaive": [{"board": "BD-INV"}, {"role": "ACCOUNTING_OFFICER"}], "effectiveOn": "2027-04-01"}"""));

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
     * @param by the scheme that replaces it; if it is the same scheme, a later version replaces every earlier one
     */
    record ReplaceRatingScheme(
            @IdOf("portfolio") String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Defines a version of a scheme by which risks are scored.
     *
     * @param version the next where none is named
     * @param probabilities what each probability means, from 1 to 5
     * @param impacts what each impact means, from 1 to 5
     * @param criticalFrom least product of probability and impact of a critical risk, 1 to 25
     */
    record DefineRiskScheme(
            @IdOf("portfolio") String portfolio,
            String scheme,
            @Nullable Integer version,
            List<String> probabilities,
            List<String> impacts,
            int criticalFrom,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Replaces a risk scheme: scores by it are history from that day on.
     *
     * @param by the scheme that replaces it; if it is the same scheme, a later version replaces every earlier one
     */
    record ReplaceRiskScheme(
            @IdOf("portfolio") String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Describes how risks are governed, besides what was described before.
     *
     * @param levels of the registers of risks that are kept
     * @param gatekeeper who admits risks to them
     * @param rules by which risks are kept, escalated and reported
     * @param presentedTo boards to which risks are presented
     */
    record DescribeRiskGovernance(
            @IdOf("portfolio") String portfolio,
            List<RiskLevel> levels,
            @Nullable RiskGatekeeper gatekeeper,
            List<String> rules,
            @IdOf("board") List<String> presentedTo,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * States what the benefits should add up to, or by how much they fall short.
     *
     * @param statedIn the plan, paper or part of a paper that states it
     * @param money each year once; a reduction is below zero
     * @param posts each year and kind once; a reduction is below zero
     */
    record StateSavingsFigures(
            @IdOf("portfolio") String portfolio,
            SavingsFigureKind kind,
            String statedIn,
            List<YearlyMoney> money,
            List<YearlyPosts> posts,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Assesses how likely the portfolio as a whole is to deliver, without a rating. It takes the place of what the same assessor
     * stated before.
     *
     * @param assessor who assesses it
     * @param trend against the period before; null: not stated
     * @param period over which the trend is seen; null: not stated
     * @param reason for the trend
     * @param topIssues that stand in the way of delivery, the first first
     */
    record AssessDeliveryConfidence(
            @IdOf("portfolio") String portfolio,
            @Nullable String assessor,
            @Nullable ConfidenceTrend trend,
            @Nullable String period,
            @Nullable String reason,
            List<String> topIssues,
            Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Sets which initiatives need an equality impact assessment of one kind. It takes the place of what was set for that kind.
     *
     * @param levels of the initiatives that need one; empty: none needs one any more
     * @param timing from when to when it accompanies them; null: not stated
     */
    record SetEqualityRequirement(
            @IdOf("portfolio") String portfolio,
            EqualityAssessmentKind kind,
            List<InitiativeLevel> levels,
            @Nullable String timing,
            Provenance provenance)
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
     * @param fastRoutes one for each class of decision that may take a fast route
     * @param approvalMonths months for which a final approval is good; null: without end
     * @param mayWaive who may waive the approval of the stage before; empty: members and delegates of the boards of the route,
     *     and of those above them
     */
    record SetCasePolicy(
            @IdOf("portfolio") String portfolio,
            @Nullable Integer version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths,
            List<WaiverAuthority> mayWaive,
            Provenance provenance)
            implements PortfolioCommand {}
}
