package org.portfolioledger.command.cycle;

import org.portfolioledger.command.Rule;

/** Rules about rounds of reporting. */
enum ReportingCycleRule implements Rule {
    CYCLE_WITHOUT_PERIOD(RuleText.governance(
            0, "A reporting cycle states its period and when submissions are due", "State from, to and dueOn.")),
    REVERSED_PERIOD(
            RuleText.structural(0, "A period ends no earlier than it begins", "Choose a later day for the end.")),
    SUBMISSIONS_DUE_TOO_EARLY(RuleText.structural(
            0,
            "Submissions are due no earlier than the period begins",
            "Choose a day on or after the first of the period.")),
    REPORT_DUE_TOO_EARLY(RuleText.structural(
            0,
            "A board gets its report no earlier than submissions are due",
            "Choose a later day for the report, or an earlier one for submissions.")),
    REPORT_WITHOUT_COVERAGE(RuleText.governance(
            0, "A report states how much of the cycle the board gets", "State EVERYTHING, SUMMARY or BY_EXCEPTION.")),
    EXCEPTIONS_WITHOUT_GROUNDS(
            RuleText.governance(0, "A report by exception states its grounds", "State at least one ground.")),
    GROUNDS_WITHOUT_EXCEPTIONS(RuleText.structural(
            0,
            "Only a board that gets exceptions has grounds for them",
            "Leave the grounds out, or let the board get its report BY_EXCEPTION.")),
    OUTSIDE_SCOPE(RuleText.structural(
            0,
            "The cycle does not report on that initiative",
            "Name an initiative in its scope, or in its portfolio if the cycle states no scope.")),
    UNKNOWN_PART(RuleText.structural(
            0,
            "The cycle asks for no part with that name",
            "Name parts that the cycle asks for, as they are spelt there.")),
    NO_REPORT_BY_EXCEPTION(RuleText.structural(
            0, "The board gets no exceptions in this cycle", "Name a board that gets a report by exception.")),
    GROUND_NOT_STATED(RuleText.governance(
            0,
            "The board gets exceptions on other grounds",
            "Name a ground that the cycle states for the board, or leave ground out and explain in reason.")),
    CYCLE_CLOSED_BEFORE_DUE(RuleText.governance(
            0,
            "A reporting cycle is closed no earlier than submissions are due",
            "Choose a later day, or reschedule the submissions first.")),
    CYCLE_CLOSED_AHEAD(RuleText.structural(
            0,
            "A reporting cycle is closed no later than the day on which its closure is recorded",
            "Record the closure when its day has come, or choose an earlier day.")),
    CYCLE_CLOSED(RuleText.structural(
            0, "The reporting cycle is closed and its pack is fixed", "Record it in the next cycle.")),
    CYCLE_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A reporting cycle is closed no earlier than it is opened", "Choose a later date for the closure.")),
    CLOSED_CYCLE_STANDS(RuleText.structural(
            0,
            "The closure of a reporting cycle cannot be corrected: its boards have the pack",
            "Leave it as it is, and open another cycle."));

    private final RuleText text;

    ReportingCycleRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
