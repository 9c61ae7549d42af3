package org.portfolioledger.command.budget;

import org.portfolioledger.command.Rule;

/** Rules about budget lines. */
enum BudgetRule implements Rule {
    BUDGET_WITHOUT_KIND(
            RuleText.governance(0, "A budget line is for revenue or for capital", "State kind: REVENUE or CAPITAL.")),
    ACTUAL_OF_YEAR_TO_COME(RuleText.governance(
            0,
            "What was spent is stated for a financial year that has begun",
            "State it as a forecast, or for an earlier year.")),
    IMPOSSIBLE_ENVELOPE(RuleText.structural(
            0, "An envelope is for 1 to 50 financial years", "State years as a whole number from 1 to 50.")),
    ENVELOPE_WITHOUT_YEARS(RuleText.governance(0, "An envelope states its first year", "State firstYear.")),
    ENVELOPE_CHANGED_WITHOUT_REASON(
            RuleText.governance(0, "An envelope that takes the place of another states why", "State the reason.")),
    BUDGET_ENDED_ALREADY(
            RuleText.structural(0, "The budget line has already ended", "Open another line, or correct the end.")),
    BUDGET_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0,
            "A budget line ends no earlier than the day for which it was put on record",
            "Choose a later date for the end."));

    private final RuleText text;

    BudgetRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
