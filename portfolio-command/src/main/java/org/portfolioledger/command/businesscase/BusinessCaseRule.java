package org.portfolioledger.command.businesscase;

import org.portfolioledger.command.Rule;

/** Rules about business cases. */
enum BusinessCaseRule implements Rule {
    CASE_WITHOUT_STAGE(RuleText.governance(6, "A business case has a stage", "State the stage.")),
    ROUTE_WITHOUT_BOARDS(RuleText.governance(
            6, "A business case has an approval route", "State the boards in the order in which they decide.")),
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
    ROUTE_OUT_OF_ORDER(RuleText.governance(
            6,
            "A board before it on the route has not decided in favour",
            "Let the boards decide in the order of the route.")),
    CONDITIONS_OUTSTANDING(RuleText.governance(
            6,
            "Conditions of an earlier approval are outstanding",
            "Discharge the conditions, or let that board approve without them.")),
    EARLIER_STAGE_NOT_APPROVED(RuleText.governance(
            6,
            "The stage before has no final approval",
            "Name the case of the earlier stage that has one, or record a waiver with who waived and why.")),
    SELF_APPROVAL(RuleText.governance(
            5,
            "Nobody approves a case that they submitted, own or put on record",
            "Let others take the decision, and let others record it.")),
    SELF_CORRECTION(RuleText.governance(
            5,
            "Nobody corrects a decision on a case that they submitted, own or put on record",
            "Ask the board's secretary or assurance for the correction.")),
    DECISION_WITHOUT_PAPERS(RuleText.governance(
            8,
            "A decision on a business case names its papers",
            "State each paper with the SHA-256 of its content, that of the version among them.")),
    PAPER_NOT_OF_VERSION(RuleText.governance(
            8,
            "The papers decided on are not the version's",
            "State the hash of the version's paper among the papers, or record a new version.")),
    ALREADY_FINAL(RuleText.structural(
            6,
            "The case has its final approval",
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
