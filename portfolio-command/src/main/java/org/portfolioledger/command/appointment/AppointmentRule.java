package org.portfolioledger.command.appointment;

import org.portfolioledger.command.Rule;

/** Rules about appointments. */
enum AppointmentRule implements Rule {
    OVERLAPPING_APPOINTMENT(RuleText.governance(
            4,
            "A role has at most one holder at any moment",
            "Name the appointment that this one replaces, or end that one first.")),
    SRO_APPOINTMENT_INCOMPLETE(RuleText.governance(
            4,
            "The appointment of an SRO states letter, expected end and share of time",
            "State appointmentLetter, expectedEnd and timeCommitment.")),
    REPLACES_NOBODY(RuleText.structural(
            4,
            "The appointment that it replaces does not hold that role on that day",
            "Name the appointment that holds the role on that day, or leave replaces out.")),
    HOLDER_DOES_NOT_FIT(RuleText.structural(
            0,
            "A held role has a holder, a vacant one has none",
            "State a person, a post or both, or a post on record alone; for VACANT none, and no terms.")),
    ROLE_DOES_NOT_FIT(RuleText.structural(
            4,
            "A role is one of initiatives or one of portfolios, and a portfolio has no SRO",
            "State a role that fits; for a role in a portfolio, name both role and portfolio of the post.")),
    TRANSFER_TO_ITSELF(RuleText.structural(
            4,
            "A transfer leads to another initiative",
            "Name the initiative in which the new appointment begins, or appoint again with replaces.")),
    NOBODY_TO_TRANSFER(RuleText.structural(
            4,
            "Only a person is transferred",
            "Name an appointment that a person holds, and the kind in which it is held there.")),
    IMPOSSIBLE_TERM(RuleText.structural(
            4, "An appointment is expected to end after it begins", "State an expected end after the beginning.")),
    IMPOSSIBLE_TIME_COMMITMENT(RuleText.structural(
            4, "A share of working time is 1 to 100 percent", "State a timeCommitment from 1 to 100.")),
    APPOINTMENT_NEVER_HELD(RuleText.structural(
            4,
            "An appointment that ends on its first day was never held",
            "Retract the appointment by a correction without a replacement, or end it on a later day.")),
    APPOINTMENT_NOT_RUNNING(
            RuleText.structural(4, "The appointment does not run on that day", "Choose a date on which it runs."));

    private final RuleText text;

    AppointmentRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
