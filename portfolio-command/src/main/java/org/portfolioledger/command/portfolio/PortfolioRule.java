package org.portfolioledger.command.portfolio;

import org.portfolioledger.command.Rule;

/** Rules about portfolios. */
enum PortfolioRule implements Rule {
    SCHEME_VERSION_TAKEN(RuleText.structural(
            0, "That version of the scheme is defined already", "Define the next version: a version never changes.")),
    SCHEME_WITHOUT_DEFINITIONS(RuleText.structural(
            0,
            "A rating scheme needs a written definition of each of its ratings",
            "State every rating once, best first, with its definition.")),
    SCHEME_NOT_IN_FORCE(RuleText.structural(
            20,
            "The rating scheme is not defined on that day",
            "Choose a day from which both schemes are defined, or define them for an earlier one.")),
    SCHEME_REPLACED_BY_ITSELF(RuleText.structural(
            20,
            "A rating scheme is replaced by another, or by a later version of itself",
            "Name another scheme, or a version that has an earlier one.")),
    SCHEME_REPLACED_ALREADY(RuleText.structural(
            20, "The rating scheme is replaced already", "Correct that replacement, or name the scheme in use.")),
    SCHEME_REPLACEMENT_CIRCULAR(RuleText.structural(
            20,
            "The rating scheme would be replaced, in the end, by itself",
            "Define a further scheme or version instead of returning to one that was replaced.")),
    RATING_VALIDITY_OUT_OF_RANGE(RuleText.structural(
            20,
            "A rating is good for one day at least and ten years at most",
            "State for how many days after its day a rating is good: 1 to 3653.")),
    CASE_POLICY_VERSION_TAKEN(RuleText.structural(
            6, "That version of the policy is set already", "Set the next version: a version never changes.")),
    CASE_POLICY_WITHOUT_BOARDS(RuleText.structural(
            6,
            "A policy for business cases has routes, and each names its boards",
            "State at least one board for each route.")),
    APPROVAL_MONTHS_OUT_OF_RANGE(RuleText.structural(
            6,
            "An approval is good for one month at least and ten years at most",
            "State for how many months a final approval is good: 1 to 120; leave it out where it has no end."));

    private final RuleText text;

    PortfolioRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
