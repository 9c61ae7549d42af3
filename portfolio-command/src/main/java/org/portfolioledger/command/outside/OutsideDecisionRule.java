package org.portfolioledger.command.outside;

import org.portfolioledger.command.Rule;

/** Rules about decisions that no board on record took. */
enum OutsideDecisionRule implements Rule {
    OUTSIDE_DECISION_WITHOUT_EVIDENCE(RuleText.governance(
            0,
            "A decision outside boards that is taken or announced cites evidence",
            "State as evidence the document that says so.")),
    OUTSIDE_DECISION_GOES_BACK(RuleText.structural(
            0,
            "What was decided is not submitted again",
            "Record another decision, or correct the fact by which it was taken.")),
    OUTSIDE_DECISION_NOT_TAKEN(
            RuleText.structural(0, "Only a decision that was taken is superseded", "Record first that it was taken.")),
    SUPERSEDED_BY_ONE_DECISION(
            RuleText.structural(0, "One later decision takes the place of another", "State either by or description.")),
    OUTSIDE_DECISION_SUPERSEDES_ITSELF(
            RuleText.structural(0, "Another decision takes the place of a decision", "Name the other decision.")),
    OUTSIDE_DECISION_SUPERSEDED_ALREADY(RuleText.structural(
            0, "The decision was superseded", "Record another decision, or correct the fact that superseded it.")),
    OUTSIDE_DECISION_SUPERSEDED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A decision is superseded no earlier than it was put on record for", "Choose a later date."));

    private final RuleText text;

    OutsideDecisionRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
