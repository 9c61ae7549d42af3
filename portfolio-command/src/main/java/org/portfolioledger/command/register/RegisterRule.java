package org.portfolioledger.command.register;

import org.portfolioledger.command.Rule;

/** Rules about registers. */
enum RegisterRule implements Rule {
    REGISTER_ALREADY_LIVE(RuleText.structural(
            0, "The register is already live", "Nothing more is needed: record facts as they happen.")),
    DATA_STANDARD_VERSION_TAKEN(RuleText.structural(
            0,
            "That version of the data standard is already defined",
            "Define the next version: a version never changes.")),
    DATA_STANDARD_WITHOUT_ATTRIBUTES(RuleText.structural(
            0,
            "A data standard has entities, and each has attributes",
            "State at least one entity, and at least one attribute of each.")),
    DATA_STANDARD_TOO_LARGE(RuleText.structural(
            0,
            "A data standard has no more than 500 attributes, with 200 allowed values each and 5,000 in all,"
                    + " and texts of 1 to 200 characters",
            "Shorten what errors[] points to.")),
    UNKNOWN_DATA_PATH(RuleText.structural(
            0,
            "An attribute is read from a path that is on the list of paths",
            "Choose a path of the entity from GET /api/v1/data-paths.")),
    DATA_LIMIT_OUT_OF_RANGE(RuleText.structural(
            0,
            "A value has at most 1 to 100,000 characters, and is stated again within 1 to 3,653 days",
            "State longest from 1 to 100000, and withinDays from 1 to 3653.")),
    AMBIGUOUS_UPDATE_FREQUENCY(RuleText.structural(
            0,
            "An attribute is stated again within a number of days, or at a frequency, not both",
            "State one of withinDays and updated, or neither."));

    private final RuleText text;

    RegisterRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
