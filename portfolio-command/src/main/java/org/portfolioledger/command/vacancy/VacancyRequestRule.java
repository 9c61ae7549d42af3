package org.portfolioledger.command.vacancy;

import org.portfolioledger.command.Rule;

/** Rules about requests to fill a post. */
enum VacancyRequestRule implements Rule {
    VACANCY_WITHOUT_FUNDING(RuleText.governance(0, "A request names from what the post is paid", "State the funding.")),
    VACANCY_WITHOUT_REQUESTER(RuleText.governance(5, "A request names who asks", "State requestedBy.")),
    TEMPORARY_WITHOUT_PERIOD(RuleText.governance(
            0, "A temporary post is filled for a period that has an end", "State as until the last day.")),
    PERIOD_OF_PERMANENT_POST(RuleText.structural(
            0, "A permanent post is filled without end", "Leave until out, or state the tenure TEMPORARY.")),
    IMPOSSIBLE_PERIOD(RuleText.structural(
            0, "The last day of a period comes no earlier than the day on which it is stated", "State a later day.")),
    REQUEST_STILL_WAITS(RuleText.structural(
            0, "An extension is asked for after the request before it was decided", "Record that decision first.")),
    NOTHING_TO_EXTEND(RuleText.structural(
            0, "Only a temporary post that a board authorised is filled for longer", "Put another request on record.")),
    EXTENSION_NOT_LONGER(
            RuleText.structural(0, "An extension ends later than the period before it", "State a later day as until.")),
    NO_REQUEST_WAITS(RuleText.structural(
            0,
            "No request waits on that day",
            "Choose a date after the request and before its decision, or ask for an extension first.")),
    VACANCY_NOT_CHECKED(RuleText.governance(
            0,
            "A post is authorised after it was checked that it is paid for and that nobody who is displaced can fill it",
            "Record the checks FUNDING and DISPLACED_STAFF, each met, or refuse the request.")),
    LONGER_THAN_ASKED(RuleText.governance(
            0,
            "A post is authorised for no longer than was asked",
            "State an earlier day as until, or ask for an extension later.")),
    REFUSAL_WITHOUT_REASON(RuleText.governance(0, "A refusal states its reason", "State the reason.")),
    PERIOD_OF_REFUSAL(
            RuleText.structural(0, "Only what is authorised has a period", "Leave until out, or state AUTHORISED.")),
    BOARD_NOT_ASKED(RuleText.governance(
            7,
            "The board that was asked decides on a post",
            "Name the board of the request, or the one that took its place, or put another request on record.")),
    SELF_AUTHORISATION(RuleText.governance(
            5,
            "Nobody decides on what they asked for",
            "Let others decide on it, let others record that, and let others correct it.")),
    VACANCY_REQUEST_CLOSED_ALREADY(RuleText.structural(
            0, "The request was closed", "Put another request on record, or correct the fact that closed it.")),
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
