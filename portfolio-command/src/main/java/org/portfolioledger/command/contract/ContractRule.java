package org.portfolioledger.command.contract;

import org.portfolioledger.command.Rule;

/** Rules about contracts with suppliers. */
enum ContractRule implements Rule {
    AWARDED_WITHOUT_LAST_DAY(RuleText.governance(0, "An award states the last day of the contract", "State lastDay.")),
    IMPOSSIBLE_LAST_DAY(RuleText.structural(
            0,
            "The last day of a contract is no earlier than the day of the fact that states it",
            "State a later day.")),
    CONTRACT_AWARDED_ALREADY(RuleText.structural(
            0,
            "A contract is awarded once, to the supplier already agreed",
            "Choose an earlier date, register another contract, or correct the award.")),
    CONTRACT_NOT_AWARDED(RuleText.governance(
            0,
            "A contract or a lot is awarded before it is extended or changed",
            "Record the award first, for its own day.")),
    EXTENSION_NOT_LATER(
            RuleText.structural(0, "An extension gives a later last day", "State a lastDay after the present one.")),
    EXTENDED_AFTER_LAST_DAY(RuleText.governance(
            0,
            "A contract is extended on or before its last day",
            "Record the extension for the day on which it was agreed, or register another contract.")),
    EXTENDED_BEYOND_MAXIMUM(RuleText.governance(
            0,
            "A contract extended to its maximum cannot be extended again",
            "Register another contract, or correct the extension to the maximum.")),
    LOT_NOT_DEFINED(RuleText.structural(
            0, "A lot is defined before it is awarded or changed", "Define the lot first, for its own day.")),
    LOT_AWARDED_ALREADY(
            RuleText.structural(0, "A lot is awarded once", "Record a change of its supplier, or correct the award.")),
    LOT_OUTLASTS_CONTRACT(RuleText.governance(
            0, "A lot runs no longer than its contract", "State an earlier last day, or extend the contract first.")),
    EXTENSION_OPTION_NOT_AGREED(RuleText.structural(
            0,
            "An option is on record before the contract is extended by it",
            "Record the option first, for its own day.")),
    EXTENSION_OPTION_USED(
            RuleText.structural(0, "A contract is extended once by an option", "Name another option, or none.")),
    EXTENDED_BEYOND_OPTION(RuleText.governance(
            0,
            "By an option, a contract is extended no further than the option allows",
            "State a last day no later than that of the option.")),
    EXTENDED_AFTER_OPTION(RuleText.governance(
            0,
            "By an option, a contract is extended on the day until which the option is open, or before it",
            "Record the extension for the day on which it was agreed, or without the option.")),
    SUPPLIER_UNCHANGED(RuleText.structural(
            0, "Another supplier is one with another name", "Name the supplier who has it from now on.")),
    SUPPLIER_CHANGED_WITHOUT_REASON(RuleText.governance(0, "A change of supplier states why", "State the reason.")),
    CONTRACT_END_DOES_NOT_FIT(RuleText.structural(
            0,
            "A contract expires after its last day, is terminated on or before it, and is abandoned before its award",
            "State the ending that fits the day.")),
    CONTRACT_ENDED_WITHOUT_REASON(
            RuleText.governance(0, "A contract that is terminated or abandoned states why", "State the reason.")),
    CONTRACT_REPLACES_ITSELF(RuleText.structural(0, "A contract cannot replace itself", "Name another contract.")),
    CONTRACT_ENDED_ALREADY(
            RuleText.structural(0, "The contract has already ended", "Register another contract, or correct the end.")),
    CONTRACT_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0,
            "A contract ends no earlier than the day for which it was put on record",
            "Choose a later date for the end."));

    private final RuleText text;

    ContractRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
