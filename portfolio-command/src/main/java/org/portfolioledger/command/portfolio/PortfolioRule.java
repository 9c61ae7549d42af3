package org.portfolioledger.command.portfolio;

import org.portfolioledger.command.Rule;

/** Rules about portfolios. */
enum PortfolioRule implements Rule {
    SCHEME_VERSION_TAKEN(RuleText.structural(
            0, "That version of the scheme is defined already", "Define the next version: a version never changes.")),
    SCHEME_WITHOUT_DEFINITIONS(RuleText.structural(
            0,
            "A rating scheme needs a written definition of each of its ratings",
            "State every rating once, best first, with its definition."));

    private final RuleText text;

    PortfolioRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
