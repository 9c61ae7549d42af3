package org.portfolioledger.command.plan;

import org.portfolioledger.command.Rule;

/** Rules about plans of some days. */
enum DeliveryPlanRule implements Rule {
    PLAN_OF_NOTHING(RuleText.governance(
            0, "A plan is of an initiative or came from a review", "State the initiative, the review, or both.")),
    IMPOSSIBLE_PLAN_LENGTH(
            RuleText.structural(0, "A plan takes at least one day", "State how many days it takes: one or more.")),
    PLAN_STARTED_ALREADY(RuleText.structural(0, "A plan starts once", "Correct the start that is on record already.")),
    PLAN_ITEM_NOT_ADDED_YET(RuleText.structural(
            0, "It is in the plan from a later day on", "Choose a date on or after the day on which it was added.")),
    PART_OF_ITSELF(RuleText.structural(
            0, "Nothing in a plan is part of itself", "Name another item of the plan, or leave partOf out.")),
    PLAN_ITEM_ENDED(RuleText.structural(
            0, "It was achieved or dropped", "Add another item, or correct the fact that ended this one.")),
    ACHIEVED_WITHOUT_EVIDENCE(RuleText.governance(
            0, "What is achieved is shown by evidence", "State a document on record, or what else shows it.")),
    PLAN_ITEMS_LEFT(RuleText.governance(
            0,
            "A plan is closed after everything in it was achieved or dropped",
            "Record of each item that it was achieved, or drop it.")),
    PLAN_CLOSED_ALREADY(
            RuleText.structural(0, "The plan was closed", "Put another plan on record, or correct the closure.")),
    PLAN_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A plan is closed no earlier than it is put on record", "Choose a later date for the closure."));

    private final RuleText text;

    DeliveryPlanRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
