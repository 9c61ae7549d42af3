package org.portfolioledger.command.portfolio;

import org.portfolioledger.command.Rule;

/** Rules about portfolios. */
enum PortfolioRule implements Rule {
    SCHEME_VERSION_TAKEN(
            "That version of the scheme is defined already", "Define the next version: a version never changes."),
    SCHEME_WITHOUT_DEFINITIONS(
            "A rating scheme needs a written definition of each of its ratings",
            "State every rating once, best first, with its definition.");

    private final String title;
    private final String advice;

    PortfolioRule(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    @Override
    public boolean isGovernance() {
        return false;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
