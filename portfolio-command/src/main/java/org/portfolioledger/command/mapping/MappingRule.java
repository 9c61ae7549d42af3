package org.portfolioledger.command.mapping;

import org.portfolioledger.command.Rule;

/** Rules about mappings. */
enum MappingRule implements Rule {
    MAPPING_WITHOUT_COMMANDS(RuleText.structural(
            0, "A mapping sends a command", "State commands, each with a step, a path and a body.")),
    MAPPED_TWICE(RuleText.structural(
            0,
            "Columns and steps of a mapping have names of their own",
            "Give each column and each step another name.")),
    IMPOSSIBLE_DECIMALS(RuleText.structural(
            0,
            "Numbers are rounded to 0 to 12 decimals",
            "State decimals as a whole number from 0 to 12, or leave it out.")),
    COLUMN_NOT_MAPPED(RuleText.structural(
            0,
            "The mapping refers to a column that it does not have",
            "Add the column to columns, or refer to one that is there.")),
    NOTHING_KNOWN_OF_ROW(RuleText.structural(
            0,
            "The import knows nothing of that name about a row",
            "Use initiative, mapping, portfolio, register, snapshot or financialYear after the @.")),
    MAPPED_TO_NOWHERE(RuleText.structural(
            0,
            "A member is placed by a JSON pointer, and a command by a path",
            "Begin each pointer and each path with a slash.")),
    ROW_RECOGNISED_BY_NOTHING(RuleText.structural(
            0,
            "A row is recognised by an alias of a scheme or by a name",
            "State called, or both scheme and alias; leave recognition out if rows are about no initiative.")),
    NOBODY_TO_MISS(RuleText.structural(
            0,
            "Only a mapping that recognises the initiatives of a portfolio, one row each, can tell who is missing",
            "State portfolio and recognition with oneRowEach, or leave ABSENT out.")),
    MAPPING_OUT_OF_ORDER(RuleText.structural(
            0,
            "Versions of a mapping are numbered 2, 3, … in the order in which they take effect",
            "Use the next number and a later date, or leave the number out.")),
    MAPPING_WITHDRAWN_ALREADY(
            RuleText.structural(0, "The mapping is withdrawn", "Define another, or correct the withdrawal.")),
    MAPPING_WITHDRAWN_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A mapping is withdrawn no earlier than it is defined", "Choose a later date for the withdrawal."));

    private final RuleText text;

    MappingRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
