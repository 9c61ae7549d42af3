package org.portfolioledger.command.board;

import org.portfolioledger.command.Rule;

/** Rules about boards. */
enum BoardRule implements Rule {
    BOARD_CLOSED_ALREADY(RuleText.structural(
            7,
            "The board is already dissolved",
            "Correct the closure if it was entered in error, or choose a date before it.")),
    BOARD_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            7, "A board cannot be dissolved before it began", "State a date that is not before its beginning.")),
    SEAT_OF_NOBODY(RuleText.structural(
            0,
            "A seat is for a person, a post or both, or for the holder of a post on record",
            "State a person, a post or both, or heldByPost.")),
    HOLDER_BESIDE_POST(RuleText.structural(
            0,
            "A seat or delegation of a post on record names nobody else",
            "Leave out heldByPost, or the person and the title of the post.")),
    LIMIT_NEVER_VALID(RuleText.structural(
            7, "A limit is valid on the day for which it is set", "State a validUntil on or after effectiveOn.")),
    REMIT_WITHOUT_DECISION(RuleText.governance(
            7,
            "A remit is itself a decision of the board above",
            "State decision: the position of that board's approval.")),
    STAGE_DECIDED_BESIDE_CASE(RuleText.governance(
            6,
            "A stage of a business case is decided on the case",
            "Record the decision on the business case, or state another matter.")),
    DELEGATED_BEYOND_POWERS(RuleText.governance(
            7, "A board delegates no more than it may decide itself", "Delegate what its remit and its limit cover.")),
    OWN_SUCCESSOR(RuleText.structural(
            0, "A board is not replaced by itself", "Name another board as the successor, or none.")),
    OWN_PARENT(RuleText.structural(0, "A board cannot escalate to itself", "Name another board as the parent.")),
    IMPOSSIBLE_QUORUM(RuleText.structural(
            7,
            "A quorum is at least one and at most the number of those who sit",
            "State 1 or more, and no more than the number of members, or leave the quorum out."));

    private final RuleText text;

    BoardRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
