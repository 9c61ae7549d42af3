package org.portfolioledger.command.measure;

import org.portfolioledger.command.Rule;

/** Rules about what is counted. */
enum MeasureRule implements Rule {
    AMBIGUOUS_MEASURE_SUBJECT(RuleText.structural(
            0,
            "A measure is of an initiative or of a portfolio, not of both",
            "State one of initiative and portfolio.")),
    MEASURE_WITHOUT_SUBJECT(RuleText.governance(
            0, "A measure is of an initiative or of a portfolio", "State one of initiative and portfolio.")),
    IMPOSSIBLE_PERCENTAGE(RuleText.structural(
            0,
            "A percentage lies between -1000 and 1000",
            "State the number as a percentage, or use another unit for what multiplies tenfold.")),
    TARGET_WITHOUT_DAY(RuleText.governance(
            0, "A target states by when it is to be reached", "State by: a day, or a longer period.")),
    IMPOSSIBLE_TARGET_DAY(RuleText.structural(
            0, "A target is to be reached no earlier than the day on which it is set", "State a later day.")),
    TARGET_CHANGED_WITHOUT_REASON(
            RuleText.governance(0, "A target that takes the place of another states why", "State the reason.")),
    COUNTED_FROM_LATER_DAY(RuleText.structural(
            0,
            "A value is counted from a day no later than that for which it is stated",
            "State an earlier countedFrom, or a later effectiveOn.")),
    VALUE_OF_THE_FUTURE(RuleText.governance(
            0,
            "A value is stated for a day no later than that on which it is recorded",
            "State the day on which it was counted, or set a target.")),
    DOCUMENT_STATES_NO_VALUE(RuleText.structural(
            0,
            "Only a document that states a value is preferred",
            "Name a document in statedIn that states a value by that day.")),
    MEASURE_ENDED_ALREADY(
            RuleText.structural(0, "The measure has already ended", "Define another measure, or correct the end.")),
    MEASURE_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0,
            "A measure ends no earlier than the day for which it was put on record",
            "Choose a later date for the end."));

    private final RuleText text;

    MeasureRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
