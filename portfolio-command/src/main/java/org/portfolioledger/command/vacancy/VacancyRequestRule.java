package org.portfolioledger.command.vacancy;

import org.portfolioledger.command.Rule;

/** Rules about requests to fill a post. */
enum VacancyRequestRule implements Rule {
    VACANCY_WITHOUT_FUNDING(RuleText.governance(0, "A request states how the post is funded", "State the funding.")),
    VACANCY_WITHOUT_REQUESTER(RuleText.governance(5, "A request names who makes it", "State requestedBy.")),
    TEMPORARY_WITHOUT_PERIOD(RuleText.governance(
            0, "A temporary post is filled for a period that has an end", "State the last day in until.")),
    PERIOD_OF_PERMANENT_POST(RuleText.structural(
            0, "A permanent post has no last day", "Leave until out, or state the tenure TEMPORARY.")),
    IMPOSSIBLE_PERIOD(RuleText.structural(
            0, "The last day of a period is no earlier than the day on which it is stated", "State a later day.")),
    REQUEST_STILL_WAITS(RuleText.structural(
            0,
            "An extension is requested only after the earlier request has been decided",
            "Record that decision first.")),
    NOTHING_TO_EXTEND(RuleText.structural(
            0, "Only a temporary post that a board authorised can be extended", "Put another request on record.")),
    EXTENSION_NOT_LONGER(
            RuleText.structural(0, "An extension ends later than the period before it", "State a later day in until.")),
    NO_REQUEST_WAITS(RuleText.structural(
            0,
            "No request is waiting on that day",
            "Choose a date after the request and before its decision, or ask for an extension first.")),
    VACANCY_NOT_CHECKED(RuleText.governance(
            0,
            "A post is authorised only after checks that it is funded and that no displaced staff can fill it",
            "Record the checks FUNDING and DISPLACED_STAFF, each met, or refuse the request.")),
    LONGER_THAN_ASKED(RuleText.governance(
            0,
            "A post is authorised for no longer than was requested",
            "State an earlier day in until, or ask for an extension later.")),
    REFUSAL_WITHOUT_REASON(RuleText.governance(0, "A refusal states its reason", "State the reason.")),
    PERIOD_OF_REFUSAL(
            RuleText.structural(0, "Only an authorisation has a period", "Leave until out, or state AUTHORISED.")),
    BOARD_NOT_ASKED(RuleText.governance(
            7,
            "Only the board that was asked decides on a post",
            "Name the board of the request or its successor, or put another request on record.")),
    SELF_AUTHORISATION(RuleText.governance(
            5,
            "Nobody decides on a post that they requested",
            "Let other people take, record and correct the decision.")),
    VACANCY_REQUEST_CLOSED_ALREADY(RuleText.structural(
            0,
            "The request has already been closed",
            "Put another request on record, or correct the fact that closed it.")),
    VACANCY_REQUEST_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A request is closed no earlier than it is made", "Choose a later date for its end."));

    private final RuleText text;

    VacancyRequestRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
