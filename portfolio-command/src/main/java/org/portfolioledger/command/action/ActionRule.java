package org.portfolioledger.command.action;

import org.portfolioledger.command.Rule;

/** Rules about actions. */
enum ActionRule implements Rule {
    ACTION_WITHOUT_OWNER(RuleText.governance(0, "An action has an owner", "State who is to do it.")),
    AMBIGUOUS_ORIGIN(RuleText.structural(
            0,
            "An action has at most one origin",
            "State one of decision, recommendation, meeting, risk and origin, or none of them.")),
    DONE_WITHOUT_EVIDENCE(
            RuleText.governance(0, "A completed action needs evidence", "State what shows that it was done.")),
    ACTION_ENDED(RuleText.structural(
            0, "The action is already done or dropped", "Open another action, or correct the fact that ended it.")),
    ACTION_ENDED_BEFORE_IT_BEGAN(
            RuleText.structural(0, "An action ends no earlier than it begins", "Choose a later date for its end."));

    private final RuleText text;

    ActionRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
