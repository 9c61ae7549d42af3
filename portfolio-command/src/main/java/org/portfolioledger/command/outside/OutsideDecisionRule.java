package org.portfolioledger.command.outside;

import org.portfolioledger.command.Rule;

/** Rules about decisions that no board on record took. */
enum OutsideDecisionRule implements Rule {
    OUTSIDE_DECISION_WITHOUT_EVIDENCE(RuleText.governance(
            0,
            "A decision outside boards that is taken or announced cites evidence",
            "State in evidence the document that shows this.")),
    OUTSIDE_DECISION_GOES_BACK(RuleText.structural(
            0,
            "A decision that was taken is not submitted again",
            "Record another decision, or correct the fact that records it as taken.")),
    OUTSIDE_DECISION_NOT_TAKEN(RuleText.structural(
            0, "Only a decision that was taken can be superseded", "First record that it was taken.")),
    SUPERSEDED_BY_ONE_DECISION(RuleText.structural(
            0, "A decision is superseded by one other decision", "State either by or description.")),
    OUTSIDE_DECISION_SUPERSEDES_ITSELF(
            RuleText.structural(0, "A decision cannot supersede itself", "Name another decision.")),
    OUTSIDE_DECISION_SUPERSEDED_ALREADY(RuleText.structural(
            0,
            "The decision has already been superseded",
            "Record another decision, or correct the fact that superseded it.")),
    OUTSIDE_DECISION_SUPERSEDED_BEFORE_IT_BEGAN(RuleText.structural(
            0,
            "A decision is superseded no earlier than the day for which it was put on record",
            "Choose a later date."));

    private final RuleText text;

    OutsideDecisionRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
