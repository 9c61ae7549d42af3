package org.portfolioledger.command.meeting;

import org.portfolioledger.command.Rule;

/** Rules about meetings. */
enum MeetingRule implements Rule {
    BOARD_CLOSED(RuleText.governance(
            7, "A board that was dissolved does not meet", "Name another board, or an earlier day.")),
    BOARD_NOT_BEGUN(
            RuleText.governance(7, "A board does not meet before it begins", "Name another board, or a later day.")),
    PLANNED_BEFORE_CALLED(RuleText.structural(
            0, "A meeting is called no later than the day for which it is planned", "State an earlier effectiveOn.")),
    PAPER_CIRCULATED_TWICE(
            RuleText.structural(8, "Members get each paper once", "Leave the second mention of the paper out.")),
    REPLACES_NO_PAPER(RuleText.structural(
            8,
            "A paper replaces one that members have",
            "State the hash of a paper of this meeting that has not been replaced.")),
    FEWER_PRESENT_THAN_NAMED(RuleText.structural(
            7,
            "The number present is at least that of those named",
            "State attendance as the number of members present.")),
    PRESENT_AND_ABSENT(
            RuleText.structural(7, "Nobody is both present and absent", "Name the person in present or in apologies.")),
    MEETING_HELD_ALREADY(RuleText.structural(
            0, "The meeting has already been held", "Correct the attendance if it was entered in error.")),
    MEETING_CANCELLED_ALREADY(RuleText.structural(
            0, "The meeting is already cancelled", "Call another meeting, or correct the cancellation.")),
    MINUTES_BEFORE_MEETING(RuleText.governance(
            8, "Only a meeting that was held has minutes", "First record who was there, or choose a later day."));

    private final RuleText text;

    MeetingRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
