package org.portfolioledger.command.risk;

import org.portfolioledger.command.Rule;

/** Rules about risks and issues. */
enum RiskRule implements Rule {
    RISK_WITHOUT_OWNER(RuleText.governance(0, "A risk has an owner", "State who owns it.")),
    OWNER_BESIDE_POST(RuleText.structural(
            0, "A post on record that owns a risk is named alone", "State one of owner and heldByPost.")),
    AMBIGUOUS_RISK_SUBJECT(RuleText.structural(
            0,
            "A risk concerns one thing",
            "State one of initiative, portfolio and board; a description only in migrated history.")),
    RISK_WITHOUT_SUBJECT(RuleText.governance(
            0, "A risk concerns something on record", "Name an initiative, a portfolio or a board.")),
    LEVEL_WITHOUT_GATEKEEPER(RuleText.governance(
            12,
            "A risk enters a register above programme level only through the gatekeeper",
            "Name the gatekeeper who is to admit it, or a level up to PROGRAMME.")),
    SCORE_OUT_OF_RANGE(
            RuleText.structural(0, "Probability and impact of a risk are 1 to 5", "State a whole number from 1 to 5.")),
    SCORED_WITHOUT_SCHEME(RuleText.governance(
            0,
            "A risk is scored by a scheme of its portfolio, where that defines one",
            "Name one of the portfolio's risk schemes.")),
    SCORED_BY_REPLACED_SCHEME(RuleText.governance(
            20,
            "The portfolio has replaced the risk scheme",
            "Score by the scheme that replaced it, or choose a date before the replacement.")),
    AMBIGUOUS_PROXIMITY(RuleText.structural(
            0, "The proximity of a risk is a day or words", "State one of on and words, or leave proximity out.")),
    RESPONSE_WITHOUT_KIND(RuleText.governance(
            0,
            "A response to a risk is of a kind",
            "State AVOID, REDUCE, TRANSFER, SHARE, ACCEPT, EXPLOIT, ENHANCE or FALLBACK.")),
    IMPOSSIBLE_REVIEW_DAY(RuleText.structural(
            0, "A risk is to be reviewed no earlier than on the day that states it", "State a later reviewBy.")),
    NOT_A_HIGHER_LEVEL(RuleText.structural(
            12,
            "A risk is escalated to a higher level",
            "Name a level above the one at which it is on that day, or hand it back.")),
    NOT_A_LOWER_LEVEL(RuleText.structural(
            12,
            "A risk is handed back to a lower level",
            "Name a level below the one at which it is on that day, or escalate it.")),
    ADMISSION_STILL_WAITS(RuleText.structural(
            12,
            "The gatekeeper decides on one step before the next",
            "Record first whether the gatekeeper admitted it.")),
    NO_ADMISSION_WAITS(RuleText.structural(
            12,
            "A gatekeeper decides on a risk that waits for admission",
            "Escalate it first, or choose a later date.")),
    ADMISSION_WITHOUT_NAMES(RuleText.governance(12, "An admission names who decided", "State decidedBy.")),
    NOT_ADMITTED_WITHOUT_REASON(
            RuleText.governance(12, "A gatekeeper who does not admit a risk states why", "State the reason.")),
    NOT_THE_GATEKEEPER(RuleText.governance(
            12,
            "The gatekeeper who was named decides whether a risk is admitted",
            "Let the named gatekeeper decide, or correct who the gatekeeper is.")),
    ADMITTED_WITHOUT_SEAT(RuleText.governance(
            12,
            "Whoever decides for a board whether a risk is admitted sits on that board, or acts for it",
            "State in decidedBy who of its members decided, or record who sits on the board.")),
    SELF_ADMISSION(RuleText.governance(
            5,
            "Nobody admits a risk that they own, raised or escalated, or corrects that",
            "Let others decide and record whether it is admitted.")),
    MATERIALISED_ALREADY(RuleText.structural(
            0, "An issue has happened already", "Raise another issue, or correct the fact that is on record.")),
    AMBIGUOUS_LINK(RuleText.structural(
            0,
            "A link names one other thing, and only a risk is the same as a risk",
            "State one of otherRisk and dependency; with SAME_AS state otherRisk.")),
    LINKED_TO_ITSELF(RuleText.structural(0, "A risk is not linked to itself", "Name another risk.")),
    LINKED_ALREADY(RuleText.structural(0, "A link is on record once", "Leave it as it is.")),
    NOT_LINKED(RuleText.structural(
            0, "Only a link that is on record is taken away", "Name a link of that day as it is on record.")),
    RISK_CLOSED_ALREADY(
            RuleText.structural(0, "The risk is closed", "Reopen it first, or correct the fact that closed it.")),
    RISK_STILL_OPEN(RuleText.structural(0, "A risk that is open is not reopened", "Leave it as it is.")),
    RISK_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A risk is closed no earlier than it was raised", "Choose a later date for the closure."));

    private final RuleText text;

    RiskRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
