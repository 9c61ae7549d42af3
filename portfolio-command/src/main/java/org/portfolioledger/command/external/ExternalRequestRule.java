package org.portfolioledger.command.external;

import org.portfolioledger.command.Rule;

/** Rules about requests of overseeing bodies. */
enum ExternalRequestRule implements Rule {
    REQUEST_WITHOUT_NUMBER(RuleText.governance(
            0, "A request has the number that the body gave it", "State the number as the body writes it.")),
    IMPOSSIBLE_DUE_DATE(RuleText.structural(
            0, "An answer is due no earlier than the day on which it is requested", "State a later day.")),
    PROMISE_WITHOUT_DATE(RuleText.governance(0, "A promise states a day", "State the last day for it in promisedFor.")),
    ANSWERED_WITHOUT_DOCUMENT(
            RuleText.governance(0, "A request is answered by a document", "Register the document and state its id.")),
    REQUEST_ANSWERED_ALREADY(
            RuleText.structural(0, "The request has already been answered", "Reopen it first, or correct the answer.")),
    REQUEST_NOT_ANSWERED(RuleText.structural(
            0, "A request that is waiting for its answer cannot be reopened", "Leave it as it is.")),
    REQUEST_WITHDRAWN_ALREADY(RuleText.structural(
            0, "The request has already been withdrawn", "Put another request on record, or correct the withdrawal.")),
    REQUEST_WITHDRAWN_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A request is withdrawn no earlier than it is made", "Choose a later date for the withdrawal."));

    private final RuleText text;

    ExternalRequestRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
