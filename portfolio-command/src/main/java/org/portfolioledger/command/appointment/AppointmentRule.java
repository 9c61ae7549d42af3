package org.portfolioledger.command.appointment;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Rule;

/** Rules about appointments. */
enum AppointmentRule implements Rule {
    OVERLAPPING_APPOINTMENT(
            true,
            4,
            "A role has at most one holder at any moment",
            "Name the appointment that this one replaces, or end that one first."),
    SRO_APPOINTMENT_INCOMPLETE(
            true,
            4,
            "The appointment of an SRO states letter, expected end and share of time",
            "State letter, expectedEnd and timeShare."),
    INITIATIVE_IS_CLOSED(
            true,
            4,
            "The initiative is closed on that day",
            "Choose a date before the closure, or correct the closure."),
    REPLACES_NOBODY(
            false,
            4,
            "The appointment that it replaces does not hold that role on that day",
            "Name the appointment that holds the role on that day, or leave replaces out."),
    HOLDER_DOES_NOT_FIT(
            false,
            0,
            "A held role has a holder, a vacant one has none",
            "State a person, a post or both; for VACANT neither."),
    IMPOSSIBLE_TERM(
            false,
            4,
            "The appointment would end before it begins",
            "State an expected end after the beginning, and a share of time from 1 to 100 percent."),
    APPOINTMENT_NOT_RUNNING(false, 4, "The appointment does not run on that day", "Choose a date on which it runs.");

    private final boolean governance;
    private final int productRule;
    private final String title;
    private final String advice;

    /** @param productRule number of the rule of the product; 0 for none */
    AppointmentRule(boolean governance, int productRule, String title, String advice) {
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
