package org.portfolioledger.command.plan;

import org.portfolioledger.command.Rule;

/** Rules about plans of some days. */
enum DeliveryPlanRule implements Rule {
    PLAN_OF_NOTHING(RuleText.governance(
            0, "A plan belongs to an initiative or comes from a review", "State the initiative, the review, or both.")),
    IMPOSSIBLE_PLAN_LENGTH(
            RuleText.structural(0, "A plan takes at least one day", "State how many days it takes: one or more.")),
    PLAN_STARTED_ALREADY(RuleText.structural(0, "A plan starts once", "Correct the start that is on record.")),
    PLAN_ITEM_NOT_ADDED_YET(RuleText.structural(
            0,
            "The item is in the plan only from a later day on",
            "Choose a date on or after the day on which it was added.")),
    PART_OF_ITSELF(RuleText.structural(
            0, "Nothing in a plan is part of itself", "Name another item of the plan, or leave partOf out.")),
    PLAN_ITEM_ENDED(RuleText.structural(
            0,
            "The item has already been achieved or dropped",
            "Add another item, or correct the fact that ended this one.")),
    ACHIEVED_WITHOUT_EVIDENCE(RuleText.governance(
            0, "An achievement needs evidence", "Cite a document on record, or describe what shows it.")),
    PLAN_ITEMS_LEFT(RuleText.governance(
            0,
            "A plan is closed only when everything in it has been achieved or dropped",
            "Record each item as achieved, or drop it.")),
    PLAN_CLOSED_ALREADY(RuleText.structural(
            0, "The plan has already been closed", "Put another plan on record, or correct the closure.")),
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
