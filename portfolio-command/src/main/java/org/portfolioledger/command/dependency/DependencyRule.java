package org.portfolioledger.command.dependency;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Rule;

/** Rules about dependencies. */
enum DependencyRule implements Rule {
    END_NOT_CLEAR(
            false,
            11,
            "An end is an initiative or is named in words",
            "State exactly one of initiative and named at each end."),
    DEPENDS_ON_ITSELF(false, 11, "An initiative cannot depend on itself", "Name another giver or receiver."),
    AGREED_BY_ONE_SIDE(
            true,
            11,
            "A dependency counts as agreed only when giver and receiver both agreed",
            "Record the agreement of the side that is missing."),
    DEPENDENCY_WITHDRAWN(false, 11, "The dependency was withdrawn", "Propose a new one, or correct the withdrawal.");

    private final boolean governance;
    private final int productRule;
    private final String title;
    private final String advice;

    /** @param productRule number of the rule of the product; 0 for none */
    DependencyRule(boolean governance, int productRule, String title, String advice) {
        this.governance = governance;
        this.productRule = productRule;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public boolean isGovernance() {
        return governance;
    }

    @Override
    public @Nullable Integer productRule() {
        return productRule == 0 ? null : productRule;
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
