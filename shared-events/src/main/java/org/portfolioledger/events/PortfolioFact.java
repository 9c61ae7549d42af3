package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

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
     * @param by the scheme that replaces it
     * @param version version of the scheme that replaces it
     */
    record RatingSchemeReplaced(String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioFact {}

    /**
     * The number of days for which a rating is good was set.
     *
     * @param days after the day on which it was given; from then on it is overdue
     */
    record RatingValiditySet(String portfolio, int days, Provenance provenance) implements PortfolioFact {}

    /**
     * The meaning of a role in the portfolio was described. Later descriptions replace earlier ones.
     *
     * @param description what the role is for
     * @param accountableFor what its holder answers for
     */
    record RoleDescribed(
            String portfolio, Role role, String description, List<String> accountableFor, Provenance provenance)
            implements PortfolioFact {}

    /**
     * A scheme was defined by which risks are scored: what 1 to 5 mean.
     *
     * @param version 1, 2, 3, …; a version never changes once it is defined
     * @param probabilities what each probability means, from 1 to 5
     * @param impacts what each impact means, from 1 to 5
     * @param criticalFrom least product of probability and impact of a critical risk, 1 to 25
     */
    record RiskSchemeDefined(
            String portfolio,
            String scheme,
            int version,
            List<String> probabilities,
            List<String> impacts,
            int criticalFrom,
            Provenance provenance)
            implements PortfolioFact {}

    /**
     * A risk scheme was replaced: scores by it are history from that day on.
     *
     * @param scheme that is replaced: all of it, or, by a version of itself, every earlier version
     * @param by the scheme that replaces it
     * @param version version of the scheme that replaces it
     */
    record RiskSchemeReplaced(String portfolio, String scheme, String by, int version, Provenance provenance)
            implements PortfolioFact {}

    /**
     * It was described how risks are governed in the portfolio, besides what was described before.
     *
     * @param levels of the registers of risks that are kept; empty: not stated
     * @param gatekeeper who admits risks to them; null: not stated
     * @param rules by which risks are kept, escalated and reported, in the source's words
     * @param presentedTo ids of the boards to which risks are presented
     */
    record RiskGovernanceDescribed(
            String portfolio,
            List<RiskLevel> levels,
            @Nullable RiskGatekeeper gatekeeper,
            List<String> rules,
            List<String> presentedTo,
            Provenance provenance)
            implements PortfolioFact {}

    /**
     * A source stated what the benefits of the portfolio should add up to, or by how much they fall short. What the source stated
     * before is kept, and what others state holds beside it. Figures keep the sign with which they are stated.
     *
     * @param statedIn the plan, paper or part of a paper that states it, such as "2011-14 Business plan"
     */
    record SavingsFiguresStated(
            String portfolio,
            SavingsFigureKind kind,
            String statedIn,
            List<YearlyMoney> money,
            List<YearlyPosts> posts,
            Provenance provenance)
            implements PortfolioFact, StatedFigures {}

    /**
     * Somebody assessed how likely the portfolio as a whole is to deliver, without a rating. It takes the place of what the same
     * assessor stated before; what others state holds beside it.
     *
     * @param assessor who assessed it, in the source's words; null only in migrated history: nobody is named
     * @param trend against the period before; null: not stated
     * @param period over which the trend is seen, in the source's words; null: not stated
     * @param reason for the trend; null where no trend is stated, or only in migrated history
     * @param topIssues that stand in the way of delivery, the first first, in the source's words
     */
    record DeliveryConfidenceAssessed(
            String portfolio,
            @Nullable String assessor,
            @Nullable ConfidenceTrend trend,
            @Nullable String period,
            @Nullable String reason,
            List<String> topIssues,
            Provenance provenance)
            implements PortfolioFact {}

    /**
     * It was set which initiatives of the portfolio need an equality impact assessment of one kind. It takes the place of what
     * was set for that kind before.
     *
     * @param levels of the initiatives that need one; empty: none needs one any more
     * @param timing from when to when it accompanies them, in the source's words; null: not stated
     */
    record EqualityRequirementSet(
            String portfolio,
            EqualityAssessmentKind kind,
            List<InitiativeLevel> levels,
            @Nullable String timing,
            Provenance provenance)
            implements PortfolioFact {}

    /**
     * A policy for business cases was set: it gives every case that is submitted from then on its route.
     *
     * @param version 1, 2, 3, …; a version never changes once it is set
     * @param routes the first that fits a case is its route
     * @param fastRoutes one for each class of decision that may take a fast route
     * @param approvalMonths months for which a final approval is good; null: without end
     * @param mayWaive who may waive the approval of the stage before; empty: the policy does not say
     */
    record CasePolicySet(
            String portfolio,
            int version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths,
            List<WaiverAuthority> mayWaive,
            Provenance provenance)
            implements PortfolioFact, Approval {}

    /**
     * A route, and the cases that take it.
     *
     * @param stages of the cases; empty: every stage
     * @param tiers of their initiatives; empty: every tier
     * @param upTo most that they may cost; null: any cost
     * @param boards in the order in which they decide
     * @param challengePanel panel that challenges them before a board approves; null: none
     */
    record PolicyRoute(
            List<CaseStage> stages,
            List<Tier> tiers,
            @Nullable Money upTo,
            @IdOf("board") List<String> boards,
            @Nullable String challengePanel) {}

    /**
     * Who may waive the approval of the stage before. One of the three is named.
     *
     * @param board whose members and delegates may
     * @param post id of the post on record whose holder may
     * @param role in which somebody of the initiative may
     */
    record WaiverAuthority(
            @IdOf("board") @Nullable String board,
            @IdOf("post") @Nullable String post,
            @Nullable Role role) {}

    /**
     * The short way of one class of decision.
     *
     * @param decisionClass in capitals, for instance {@code CONTRACT_EXTENSION}
     * @param boards in the order in which they decide
     * @param authority authority by which it is taken, in the source's words
     */
    record FastRoute(String decisionClass, @IdOf("board") List<String> boards, String authority) {}

    /** How the confidence in delivery compares with that of the period before, in the source's own judgement. */
    enum ConfidenceTrend {
        IMPROVED,
        UNCHANGED,
        WORSENED
    }

    /** What is stated of the benefits of a portfolio as a whole. */
    enum SavingsFigureKind {
        /** What they should add up to. */
        TARGET,
        /** By what they fall short, as the source states it. */
        REMAINING_GAP
    }

    /**
     * What a rating means in one scheme.
     *
     * @param rating the rating
     * @param definition its written definition
     */
    record RatingDefinition(RagRating rating, String definition) {}
}
