package org.portfolioledger.command.portfolio;

import org.portfolioledger.command.Rule;

/** Rules about portfolios. */
enum PortfolioRule implements Rule {
    SCHEME_VERSION_TAKEN(RuleText.structural(
            0, "That version of the scheme is already defined", "Define the next version: a version never changes.")),
    SCHEME_WITHOUT_DEFINITIONS(RuleText.structural(
            0,
            "A rating scheme needs a written definition of each of its ratings",
            "State every rating once, best first, with its definition.")),
    RISK_SCHEME_VERSION_TAKEN(RuleText.structural(
            0,
            "That version of the risk scheme is defined already",
            "Define the next version: a version never changes.")),
    RISK_SCHEME_WITHOUT_DEFINITIONS(RuleText.structural(
            0,
            "A risk scheme defines five probabilities and five impacts, and from which score a risk is critical",
            "State what each of 1 to 5 means, and criticalFrom from 1 to 25.")),
    SCHEME_NOT_IN_FORCE(RuleText.structural(
            20,
            "The scheme is not defined on that day",
            "Choose a day from which both schemes are defined, or define them for an earlier one.")),
    SCHEME_REPLACED_BY_ITSELF(RuleText.structural(
            20,
            "A scheme is replaced by another, or by a later version of itself",
            "Name another scheme, or a version that has an earlier one.")),
    SCHEME_REPLACED_ALREADY(RuleText.structural(
            20, "The scheme has already been replaced", "Correct that replacement, or name the scheme in use.")),
    SCHEME_REPLACEMENT_CIRCULAR(RuleText.structural(
            20,
            "The chain of replacements would lead back to the scheme",
            "Define a further scheme or version instead of returning to one that was replaced.")),
    CONFIDENCE_WITHOUT_ASSESSOR(RuleText.governance(
            1, "An assessment of delivery confidence needs an assessor", "State who assessed the portfolio.")),
    CONFIDENCE_WITHOUT_REASON(RuleText.governance(
            1, "A trend of delivery confidence needs a reason", "State why confidence improved, stayed or worsened.")),
    CONFIDENCE_WITHOUT_CONTENT(RuleText.structural(
            1,
            "An assessment of delivery confidence states a trend or the top issues",
            "State the trend, the top issues, or both.")),
    RATING_VALIDITY_OUT_OF_RANGE(RuleText.structural(
            20,
            "A rating is good for at least one day and at most ten years",
            "State for how many days after its own day a rating is good, from 1 to 3653.")),
    CASE_POLICY_VERSION_TAKEN(RuleText.structural(
            6, "That version of the policy is already set", "Set the next version: a version never changes.")),
    CASE_POLICY_WITHOUT_BOARDS(RuleText.structural(
            6,
            "A policy for business cases has routes, and each names its boards",
            "State at least one board for each route.")),
    AMBIGUOUS_WAIVER_AUTHORITY(RuleText.structural(
            6,
            "Whoever may waive a stage is a board, a post on record, or a role of initiatives",
            "State one of board, post and role; a role that initiatives have.")),
    APPROVAL_MONTHS_OUT_OF_RANGE(RuleText.structural(
            6,
            "An approval is good for at least one month and at most ten years",
            "State for how many months a final approval is good, from 1 to 120, or leave it out if it has no end."));

    private final RuleText text;

    PortfolioRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
