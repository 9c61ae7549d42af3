package org.portfolioledger.command.dependency;

import org.portfolioledger.command.Rule;

/** Rules about dependencies. */
enum DependencyRule implements Rule {
    AMBIGUOUS_DEPENDENCY_END(RuleText.structural(
            11,
            "Each end names an initiative or describes something, not both",
            "State exactly one of initiative and description at each end.")),
    DEPENDS_ON_ITSELF(
            RuleText.structural(11, "An initiative cannot depend on itself", "Name another giver or receiver.")),
    AGREED_BY_ONE_SIDE(RuleText.governance(
            11,
            "A dependency counts as agreed only when giver and receiver have both agreed",
            "Record the agreement of the missing side.")),
    DEPENDENCY_SIDE_NOT_AGREED(RuleText.structural(
            11,
            "Only a side that has agreed can withdraw its agreement",
            "State the side that agreed, and a day on or after its agreement.")),
    DEPENDENCY_REVIEW_BY_TOO_EARLY(RuleText.structural(
            11,
            "The next review comes on the day of this one at the earliest",
            "State a later day in reviewBy, or none.")),
    DEPENDENCY_WITHDRAWN(
            RuleText.structural(11, "The dependency was withdrawn", "Propose a new one, or correct the withdrawal."));

    private final RuleText text;

    DependencyRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
