package org.portfolioledger.command.initiative;

import org.portfolioledger.command.Rule;

/** Rules about initiatives. */
enum InitiativeRule implements Rule {
    TWO_PLACEMENTS(RuleText.structural(
            0,
            "An initiative has a parent or a portfolio, not both",
            "Name the parent only: the portfolio follows from it.")),
    CIRCULAR_HIERARCHY(
            RuleText.structural(0, "An initiative cannot stand below itself", "Choose a parent that is not below it.")),
    CONTINUES_ITSELF(RuleText.structural(0, "An initiative cannot continue itself", "Name other initiatives.")),
    PARENT_IS_CLOSED(RuleText.governance(
            0,
            "The initiative above it is closed on that day",
            "Choose another parent or a date before the closure, or correct the closure.")),
    TOO_MANY_OWNERS(
            RuleText.structural(0, "One or two business groups own an initiative", "Name one or two business groups.")),
    ALREADY_CLOSED(RuleText.structural(
            0,
            "The initiative is closed",
            "Correct the closure if it was entered in error, or choose a date before it.")),
    CLOSED_BEFORE_OPENED(RuleText.structural(
            0,
            "An initiative cannot close before it began",
            "State a date of closure that is not before its beginning."));

    private final RuleText text;

    InitiativeRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
