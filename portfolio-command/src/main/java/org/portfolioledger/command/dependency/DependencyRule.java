package org.portfolioledger.command.dependency;

import org.portfolioledger.command.Rule;

/** Rules about dependencies. */
enum DependencyRule implements Rule {
    END_NOT_CLEAR(Says.structural(
            11,
            "An end is an initiative or is named in words",
            "State exactly one of initiative and named at each end.")),
    DEPENDS_ON_ITSELF(Says.structural(11, "An initiative cannot depend on itself", "Name another giver or receiver.")),
    AGREED_BY_ONE_SIDE(Says.governance(
            11,
            "A dependency counts as agreed only when giver and receiver both agreed",
            "Record the agreement of the side that is missing.")),
    DEPENDENCY_WITHDRAWN(
            Says.structural(11, "The dependency was withdrawn", "Propose a new one, or correct the withdrawal."));

    private final Says says;

    DependencyRule(Says says) {
        this.says = says;
    }

    @Override
    public Says says() {
        return says;
    }
}
