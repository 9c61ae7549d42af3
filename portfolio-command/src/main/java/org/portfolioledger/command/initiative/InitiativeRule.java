package org.portfolioledger.command.initiative;

import org.portfolioledger.command.Rule;

/** Rules about initiatives. */
enum InitiativeRule implements Rule {
    TWO_PLACEMENTS(RuleText.structural(
            0,
            "An initiative has a parent or a portfolio, not both",
            "Name the parent only: the portfolio follows from it.")),
    CIRCULAR_HIERARCHY(
            RuleText.structural(0, "An initiative cannot be below itself", "Choose a parent that is not below it.")),
    CONTINUES_ITSELF(RuleText.structural(0, "An initiative cannot continue itself", "Name other initiatives.")),
    PARENT_IS_CLOSED(RuleText.governance(
            0,
            "The initiative above it is closed on that day",
            "Choose another parent or a date before the closure, or correct the closure.")),
    TOO_MANY_OWNERS(
            RuleText.structural(0, "One or two business groups own an initiative", "Name one or two business groups.")),
    NO_PLACE_NAMED(RuleText.structural(
            0,
            "A move names where the initiative goes",
            "Name a parent or a portfolio. To take the initiative out of its portfolio, record an exit.")),
    IN_NO_PORTFOLIO(RuleText.structural(
            0, "The initiative is in no portfolio on that day", "Choose a day on which it is in a portfolio.")),
    EXIT_WITHOUT_DECISION(
            RuleText.governance(
                    7,
                    "An exit rests on the decision of a board",
                    "State decision: the position of a board's approval that concerns this initiative or what is above it, and is in effect on the day of the exit.")),
    EXIT_WITHOUT_OUTCOME(RuleText.governance(
            0, "An exit states what was achieved", "State outcome, measured against the last approved case.")),
    CASE_NOT_APPROVED(RuleText.governance(
            0,
            "The outcome is measured against a case that is not finally approved on that day",
            "Name the case of this initiative that was last finally approved, or no case if none ever was.")),
    CASE_NOT_LATEST(RuleText.governance(
            0,
            "The outcome is measured against a case after which another was finally approved",
            "Name the case of this initiative that was last finally approved by that day.")),
    BENEFITS_HELD_BY_NOBODY(RuleText.governance(
            0, "An exit names who answers for the benefits", "State benefitsHeldBy: a person, a post, or both.")),
    NOT_CALLED_SO(RuleText.structural(
            0, "The initiative has no alias in that scheme on that day", "Choose a day on which it has one.")),
    NOTHING_CHANGED(RuleText.structural(0, "The body states no change", "State level, tier, attributes or without.")),
    NO_SUCH_ATTRIBUTE(RuleText.structural(
            0, "The initiative has no attribute of that name on that day", "Name an attribute that it has.")),
    ALREADY_CLOSED(RuleText.structural(
            0,
            "The initiative is already closed",
            "Correct the closure if it was entered in error, or choose a date before it.")),
    CLOSED_BEFORE_OPENED(RuleText.structural(
            0,
            "An initiative cannot close before it began",
            "State a date of closure that is not before its beginning."));

    private final RuleText text;

    InitiativeRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
