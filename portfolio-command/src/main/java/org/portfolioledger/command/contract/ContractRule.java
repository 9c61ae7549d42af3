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
            "A contract is awarded once, to the supplier agreed before",
            "Choose an earlier date, register another contract, or correct the award.")),
    CONTRACT_NOT_AWARDED(RuleText.governance(
            0, "A contract is awarded before it is extended or changed", "Record the award first, for its own day.")),
    EXTENSION_NOT_LATER(RuleText.structural(
            0, "An extension gives a later last day", "State a lastDay after the one that the contract has.")),
    EXTENDED_AFTER_LAST_DAY(RuleText.governance(
            0,
            "A contract is extended on its last day or before",
            "Record the extension for the day on which it was agreed, or register another contract.")),
    EXTENDED_BEYOND_MAXIMUM(RuleText.governance(
            0,
            "A contract that was extended to its maximum is not extended any more",
            "Register another contract, or correct the extension to the maximum.")),
    CONTRACT_END_DOES_NOT_FIT(RuleText.structural(
            0,
            "A contract expires after its last day, is terminated on it or before, and is abandoned before its award",
            "State the ending that fits the day.")),
    CONTRACT_ENDED_WITHOUT_REASON(
            RuleText.governance(0, "A contract that is terminated or abandoned states why", "State the reason.")),
    CONTRACT_REPLACES_ITSELF(
            RuleText.structural(0, "Another contract takes the place of a contract", "Name the other contract.")),
    CONTRACT_ENDED_ALREADY(
            RuleText.structural(0, "The contract ended", "Register another contract, or correct the end.")),
    CONTRACT_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A contract ends no earlier than it was put on record for", "Choose a later date for the end."));

    private final RuleText text;

    ContractRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
