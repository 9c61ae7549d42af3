package org.portfolioledger.command.portfolio;

import org.portfolioledger.command.Rule;

/** Rules about portfolios. */
enum PortfolioRule implements Rule {
    SCHEME_VERSION_TAKEN(Says.structural(
            0, "That version of the scheme is defined already", "Define the next version: a version never changes.")),
    SCHEME_WITHOUT_DEFINITIONS(Says.structural(
            0,
            "A rating scheme needs a written definition of each of its ratings",
            "State every rating once, best first, with its definition."));

    private final Says says;

    PortfolioRule(Says says) {
        this.says = says;
    }

    @Override
    public Says says() {
        return says;
    }
}
