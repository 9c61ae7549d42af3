package org.portfolioledger.command.review;

import org.portfolioledger.command.Rule;

/** Rules about reviews and their recommendations. */
enum ReviewRule implements Rule {
    AMBIGUOUS_REVIEW_SUBJECT(RuleText.structural(
            0,
            "A review is of one initiative or of one portfolio",
            "State exactly one of initiative, portfolio and description.")),
    REVIEW_WITHOUT_SUBJECT(RuleText.governance(
            0, "The subject of a review is on record", "State the initiative or the portfolio that is reviewed.")),
    ACTION_PLAN_OF_NOTHING(RuleText.governance(
            13,
            "An assurance of action plan names the review whose plan it assures",
            "State the id of that review as actionPlanOf.")),
    NO_ACTION_PLAN_TO_ASSURE(RuleText.structural(
            13,
            "Only an assurance of action plan assures the plan of another review",
            "Leave actionPlanOf out, or state the kind AAP.")),
    ASSURES_ANOTHER_SUBJECT(RuleText.governance(
            13,
            "An assurance of action plan has the same subject as the review",
            "State the subject of the review whose plan it assures.")),
    REVIEW_HELD_BY_THEN(RuleText.structural(
            0,
            "A review that was held is neither cancelled nor rescheduled",
            "Correct the fact that records it as held.")),
    REVIEW_STEP_TAKEN(
            RuleText.structural(0, "A review is held once and reported once", "Correct the fact that is on record.")),
    IMPOSSIBLE_SITTING(RuleText.structural(
            0, "A review ends no earlier than it is held", "State a last day on or after the first.")),
    REPORTED_BEFORE_HELD(
            RuleText.governance(0, "A review is held before it is reported", "First record when the review was held.")),
    REVIEW_CANCELLED_ALREADY(RuleText.structural(
            0, "The review has already been cancelled", "Put another review on record, or correct the cancellation.")),
    REVIEW_CANCELLED_BEFORE_IT_BEGAN(RuleText.structural(
            0,
            "A review is cancelled no earlier than it is put on record",
            "Choose a later date for the cancellation.")),
    RECOMMENDATION_WITHOUT_GRADE(RuleText.governance(
            13, "A recommendation has a grade", "State CRITICAL_DO_NOW, ESSENTIAL_DO_BY or RECOMMENDED.")),
    ESSENTIAL_WITHOUT_DATE(RuleText.governance(
            13, "An essential recommendation has a date", "State in dueOn the day by which it is to be complete.")),
    OWN_REPETITION(RuleText.structural(
            0, "A recommendation does not repeat itself", "Name an earlier recommendation, or leave repeats out.")),
    RECOMMENDATION_NOT_MADE_YET(RuleText.structural(
            0, "The recommendation is made on a later day", "Choose a date on or after the recommendation.")),
    RECOMMENDATION_ENDED(RuleText.structural(
            13,
            "The recommendation does not allow that step",
            "Reopen the recommendation first, or correct the fact that is in the way.")),
    RECOMMENDATION_STILL_OPEN(
            RuleText.structural(13, "A recommendation that is open cannot be reopened", "Leave it as it is.")),
    VERIFIED_WITHOUT_CLAIM(RuleText.governance(
            13,
            "A recommendation is verified after it is claimed to be complete",
            "Let its owner first claim that it is complete, with evidence.")),
    CLOSED_WITHOUT_EVIDENCE(RuleText.governance(
            13, "Closing a recommendation needs evidence", "Cite a document on record, or describe what shows it.")),
    VERIFIER_NOT_NAMED(RuleText.governance(5, "A verification names who verified", "State verifiedBy.")),
    SELF_VERIFICATION(RuleText.governance(
            5,
            "Nobody verifies or closes a recommendation that they own or claimed, or corrects how it ended",
            "Let other people verify it, and record or correct that."));

    private final RuleText text;

    ReviewRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
