package org.portfolioledger.command.appointment;

import org.portfolioledger.command.Rule;

/** Rules about appointments. */
enum AppointmentRule implements Rule {
    OVERLAPPING_APPOINTMENT(Says.governance(
            4,
            "A role has at most one holder at any moment",
            "Name the appointment that this one replaces, or end that one first.")),
    SRO_APPOINTMENT_INCOMPLETE(Says.governance(
            4,
            "The appointment of an SRO states letter, expected end and share of time",
            "State letter, expectedEnd and timeShare.")),
    INITIATIVE_IS_CLOSED(Says.governance(
            4, "The initiative is closed on that day", "Choose a date before the closure, or correct the closure.")),
    REPLACES_NOBODY(Says.structural(
            4,
            "The appointment that it replaces does not hold that role on that day",
            "Name the appointment that holds the role on that day, or leave replaces out.")),
    HOLDER_DOES_NOT_FIT(Says.structural(
            0,
            "A held role has a holder, a vacant one has none",
            "State a person, a post or both; for VACANT neither.")),
    IMPOSSIBLE_TERM(Says.structural(
            4,
            "The appointment would end before it begins",
            "State an expected end after the beginning, and a share of time from 1 to 100 percent.")),
    APPOINTMENT_NOT_RUNNING(
            Says.structural(4, "The appointment does not run on that day", "Choose a date on which it runs."));

    private final Says says;

    AppointmentRule(Says says) {
        this.says = says;
    }

    @Override
    public Says says() {
        return says;
    }
}
