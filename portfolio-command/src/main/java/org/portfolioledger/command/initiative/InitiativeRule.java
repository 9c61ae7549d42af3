package org.portfolioledger.command.initiative;

import org.portfolioledger.command.Rule;

/** Rules about initiatives. */
enum InitiativeRule implements Rule {
    TWO_PLACEMENTS(
            "An initiative has a parent or a portfolio, not both",
            "Name the parent only: the portfolio follows from it."),
    OWN_ANCESTOR("An initiative cannot stand below itself", "Choose a parent that is not below it."),
    TOO_MANY_OWNERS("One or two business groups own an initiative", "Name one or two business groups, each once."),
    ALREADY_CLOSED(
            "The initiative is closed", "Correct the closure if it was entered in error, or choose a date before it."),
    CLOSED_BEFORE_OPENED(
            "An initiative cannot close before it began", "State a date of closure that is not before its beginning.");

    private final String title;
    private final String advice;

    InitiativeRule(String title, String advice) {
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
