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
            "An SRO's appointment states its letter, expected end and share of time",
            "State appointmentLetter, expectedEnd and timeCommitment.")),
    REPLACES_NOBODY(RuleText.structural(
            4,
            "The appointment that it replaces does not hold that role on that day",
            "Name the appointment that holds the role on that day, or leave replaces out.")),
    TRANSFER_TO_ITSELF(RuleText.structural(
            4,
            "A transfer leads to another initiative",
            "Name the initiative in which the new appointment begins, or appoint again with replaces.")),
    NOBODY_TO_TRANSFER(RuleText.structural(
            4,
            "Only a person can be transferred",
            "Name an appointment that a person holds, and the kind in which it is held there.")),
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
