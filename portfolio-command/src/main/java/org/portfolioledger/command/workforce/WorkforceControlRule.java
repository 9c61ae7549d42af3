package org.portfolioledger.command.workforce;

import org.portfolioledger.command.Rule;

/** Rules about controls of posts as a whole. */
enum WorkforceControlRule implements Rule {
    CONTROL_WITHOUT_GROUPS(RuleText.governance(
            0, "A workforce control names the groups of staff to which it applies", "State groups.")),
    CONTROL_PHASE_BELOW_ONE(RuleText.structural(0, "Phases are counted from 1", "State a phase of 1 or more.")),
    IMPOSSIBLE_CONTROL_PERIOD(RuleText.structural(
            0,
            "The last day of a workforce control is no earlier than the day of the fact that states it",
            "State a later day.")),
    FIGURES_WITHOUT_FIGURE(
            RuleText.structural(0, "A report of figures states at least one", "State the figure that is known.")),
    FIGURE_BELOW_ZERO(RuleText.structural(0, "A number of offers or posts is not below zero", "State zero or more.")),
    ACCEPTED_ABOVE_OFFERS(RuleText.structural(
            0, "No more offers are accepted than are made", "Report more offers, or fewer that were accepted.")),
    COST_NOT_QUALIFIED(RuleText.governance(
            14, "A cost states its price basis and confidence", "State priceBasis and confidence of the cost.")),
    WORKFORCE_CONTROL_ENDED_ALREADY(RuleText.structural(
            0, "The workforce control has already ended", "Put another on record, or correct the end.")),
    WORKFORCE_CONTROL_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A workforce control ends no earlier than it begins", "Choose a later date for the end."));

    private final RuleText text;

    WorkforceControlRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
