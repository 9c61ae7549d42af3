package org.portfolioledger.command.milestone;

import org.portfolioledger.command.Rule;

/** Rules about milestones and their baselines. */
enum MilestoneRule implements Rule {
    MILESTONE_NOT_PLANNED_YET(RuleText.structural(
            0,
            "The milestone is planned from a later day on",
            "Choose a date on or after that on which it was planned.")),
    MILESTONE_ACHIEVED_ALREADY(RuleText.structural(
            0,
            "A milestone that was achieved is neither expected nor dropped",
            "Plan another milestone, or correct the fact by which it was achieved.")),
    MILESTONE_NOT_PLANNED_ANY_MORE(
            RuleText.structural(0, "The milestone was dropped", "Reinstate it first, or plan another.")),
    MILESTONE_NOT_DROPPED(RuleText.structural(
            0, "Only a milestone that was dropped is reinstated", "Change its forecast, or drop it first.")),
    ACHIEVED_IN_THE_FUTURE(RuleText.governance(
            0,
            "A milestone is achieved no later than on the day on which that is recorded",
            "State the day on which it was achieved, or change its forecast.")),
    FORECAST_CHANGED_WITHOUT_CAUSE(RuleText.governance(
            0, "A change of a forecast states its cause and what happened", "State cause and reason.")),
    BASELINE_OF_NOTHING(RuleText.structural(
            10, "A baseline has the date of a milestone", "State dates, or forecast the milestones first.")),
    BASELINE_OUT_OF_ORDER(RuleText.structural(
            10,
            "Baselines are numbered 1, 2, 3, … in the order in which they take effect",
            "Use the next number and a later date, or leave the number out.")),
    BASELINE_WITHOUT_DECISION(
            RuleText.governance(
                    10,
                    "A baseline changes only by a board's approval of a re-baseline",
                    "State decision: the position of a board's approval of a re-baseline of the initiative, in effect on that day.")),
    BASELINE_CASE_NOT_APPROVED(RuleText.governance(
            10,
            "A baseline that names a business case rests on the final approval of it",
            "Name a case of the initiative that is finally approved on that day.")),
    BASELINE_WITHOUT_REASON(
            RuleText.governance(10, "A re-baseline states its reason", "State for what reason the baseline changes."));

    private final RuleText text;

    MilestoneRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
