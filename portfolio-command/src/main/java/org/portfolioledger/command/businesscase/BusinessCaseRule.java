package org.portfolioledger.command.businesscase;

import org.portfolioledger.command.Rule;

/** Rules about business cases. */
enum BusinessCaseRule implements Rule {
    CASE_WITHOUT_STAGE(RuleText.governance(6, "A business case has a stage", "State the stage.")),
    ROUTE_WITHOUT_BOARDS(RuleText.governance(
            6, "A business case has an approval route", "State the boards in the order in which they decide.")),
    ROUTE_GIVEN_BY_POLICY(RuleText.governance(
            6, "The portfolio's policy gives the case its route", "Leave the route out: the submission states it.")),
    NO_ROUTE_IN_POLICY(RuleText.governance(
            6,
            "The portfolio's policy has no route for the case",
            "Set a policy with a route for its stage, tier and cost, or correct those values.")),
    NO_FAST_ROUTE(RuleText.governance(
            6,
            "The portfolio's policy has no fast route for that class of decision",
            "Name a class that has one, or leave decisionClass out.")),
    COST_NOT_COMPARABLE_WITH_POLICY(RuleText.governance(
            6,
            "The cost cannot be compared with the amounts of the portfolio's policy",
            "State the cost in the currency, price basis and price year of the policy.")),
    ROUTE_NOT_OF_POLICY(RuleText.governance(
            6, "The route is not that of the portfolio's policy", "Leave the route out, or state that of the policy.")),
    CHALLENGE_MISSING(RuleText.governance(
            6,
            "A panel challenges the version before a board approves it",
            "Record the challenge first, on or before the day of the decision.")),
    CHALLENGE_WITHOUT_PERSONS(
            RuleText.governance(6, "A challenge names who made it", "State challengedBy: the ids of the persons.")),
    VERSION_WITHOUT_NEW_PAPER(RuleText.governance(
            8,
            "A new version has a new hash",
            "State the hash of the new version's own paper, or decide on the version that has it.")),
    VERSION_TAKEN(RuleText.structural(
            8, "That version is on record already", "Record the next version: papers never change.")),
    NOT_SUBMITTED(
            RuleText.governance(6, "That version was not submitted before the decision", "Submit the version first.")),
    BOARD_NOT_ON_ROUTE(
            RuleText.governance(6, "The board is not on the case's route", "Put the case to a board of its route.")),
    NOT_THE_SUCCESSOR(RuleText.governance(
            6,
            "A board decides in place of another on the route only after it has replaced that board",
            "Leave successorOf out, or first record the closure of the other board with its successor.")),
    ROUTE_OUT_OF_ORDER(RuleText.governance(
            6,
            "An earlier board on the route has not decided in favour",
            "Let the boards decide in the order of the route.")),
    DEFERRAL_WITHOUT_DATE(RuleText.governance(
            8, "A deferral has a date", "State deferredUntil: the day on which the board considers the case again.")),
    IMPOSSIBLE_DEFERRAL(RuleText.structural(
            8,
            "Only a deferral has a date, and that date is after the decision",
            "State deferredUntil only with the outcome DEFERRED, and later than effectiveOn.")),
    REFERRAL_WITHOUT_BOARD(RuleText.governance(
            6,
            "A referral up names the board above",
            "State referredTo: the parent of the board on the day of the decision.")),
    REFERRED_PAST_PARENT(RuleText.governance(
            6,
            "A board refers a case up to the board above it on that day",
            "State the parent of the board, or record its parent first.")),
    IMPOSSIBLE_REFERRAL(RuleText.structural(
            6,
            "Only a referral up names a board above, and it names another board",
            "State referredTo only with the outcome REFERRED_UP.")),
    CONDITIONS_OUTSTANDING(RuleText.governance(
            6,
            "Conditions of an earlier approval are outstanding",
            "Discharge the conditions, or let that board approve without them.")),
    CONDITION_TAKEN(RuleText.structural(
            6, "The case already has a condition with that id", "Choose an id that no condition of the case has.")),
    CONDITION_NOT_SET_YET(RuleText.structural(
            6, "The condition is not set on that day", "Choose a day on or after that of the decision that sets it.")),
    CONDITION_ENDED_ALREADY(RuleText.structural(
            6,
            "The condition is already discharged or lifted",
            "Read what became of it, or correct the discharge on record.")),
    DISCHARGE_WITHOUT_EVIDENCE(RuleText.governance(
            6, "The discharge of a condition needs evidence", "Cite a document on record, or describe what shows it.")),
    SELF_DISCHARGE(RuleText.governance(
            5,
            "Nobody discharges a condition of a case that they submitted, own or put on record",
            "Let other people discharge it and record that.")),
    SELF_CHALLENGE(RuleText.governance(
            5,
            "Nobody challenges a case that they submitted, own or put on record",
            "Name a panel of other people, and let another person record the challenge.")),
    EARLIER_STAGE_NOT_APPROVED(RuleText.governance(
            6,
            "The stage before has no final approval",
            "Name the case of the earlier stage that has one, or record a waiver with who waived and why.")),
    WAIVER_WITHOUT_AUTHORITY(
            RuleText.governance(
                    6,
                    "Whoever waives a stage has no authority to do so on that day",
                    "Name somebody whom the policy of the portfolio lets waive. Where it names nobody: a member or delegate of a board on the route, or above one.")),
    EARLIER_APPROVAL_EXPIRED(RuleText.governance(
            6,
            "The final approval of the stage before has expired",
            "Have the earlier case re-evaluated and upheld, or record a waiver with who waived and why.")),
    SELF_APPROVAL(RuleText.governance(
            5,
            "Nobody decides on a case that they submitted, own or put on record",
            "Let other people take and record the decision.")),
    SELF_CORRECTION(RuleText.governance(
            5,
            "Nobody corrects a decision, a discharge or an evaluation of a case that they submitted, own or put on record",
            "Ask the board's secretary, or somebody else in the portfolio office, for the correction.")),
    DECISION_WITHOUT_PAPERS(RuleText.governance(
            8,
            "A decision on a business case names its papers",
            "State each paper with the SHA-256 of its content, including that of the version.")),
    PAPER_NOT_OF_VERSION(RuleText.governance(
            8,
            "The papers decided on do not include the version's paper",
            "State the hash of the version's paper among the papers, or record a new version.")),
    VERSION_SUPERSEDED(RuleText.governance(
            8, "A later version was submitted before the decision", "Decide on the version that was submitted last.")),
    AMOUNT_NOT_QUALIFIED(RuleText.governance(
            14, "An amount states its price basis and confidence", "State priceBasis and confidence.")),
    CASE_WITHDRAWN(RuleText.governance(
            6, "The case is withdrawn on that day", "Submit the case again, or correct the withdrawal.")),
    NOT_BEFORE_THE_BOARDS(RuleText.governance(
            6, "The case is not before the boards on that day", "Withdraw a case after it was submitted.")),
    NOT_FINALLY_APPROVED(RuleText.structural(
            6,
            "Only a finally approved case is re-evaluated, and this one has no final approval on that day",
            "Choose a day on or after that of the final approval.")),
    ALREADY_FINAL(RuleText.structural(
            6,
            "The case already has its final approval",
            "Open a new case, or correct the approval if it was entered in error."));

    private final RuleText text;

    BusinessCaseRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
