package org.portfolioledger.command.benefit;

import org.portfolioledger.command.Rule;

/** Rules about benefits. */
enum BenefitRule implements Rule {
    BENEFIT_WITHOUT_CLASS(RuleText.governance(
            0,
            "A benefit is of a class",
            "State CASHABLE, NON_CASHABLE, QUANTIFIED, QUALITATIVE or DISBENEFIT as benefitClass.")),
    BENEFIT_WITHOUT_OWNER(RuleText.governance(0, "A benefit has an owner", "State who owns it.")),
    CASE_OF_ANOTHER_INITIATIVE(RuleText.structural(
            0,
            "The business case that promised a benefit is of its initiative, or of one above or below it",
            "Name a case of that initiative, of one above it or of one below it.")),
    BENEFIT_PLANNED_ALREADY(RuleText.structural(
            0, "A benefit is planned once, before it is assessed", "Leave it as it is, or choose an earlier day.")),
    NOTHING_MEASURED(RuleText.structural(
            0, "A measurement says what was measured", "State money, posts, quantities or finding.")),
    IMPOSSIBLE_MEASURED_PERIOD(
            RuleText.structural(
                    0,
                    "A period that was measured begins before it ends, and has ended by the day of the measurement",
                    "State a firstDay no later than the lastDay, and a lastDay no later than the day from which the fact holds.")),
    ASSESSED_WITHOUT_NAMES(RuleText.governance(0, "An assessment names who assessed", "State assessedBy.")),
    NOT_REALISED_WITHOUT_REASON(RuleText.governance(
            0, "Where a benefit was not or only partly realised, the reason is stated", "State the reason.")),
    OWN_BENEFIT_ASSESSED(RuleText.governance(
            5,
            "Nobody assesses a benefit that they own, or corrects that",
            "Let others assess and record whether it was realised.")),
    BENEFIT_ALREADY_WITHDRAWN(RuleText.structural(
            0, "The benefit is withdrawn", "Choose an earlier day, or correct the fact that withdrew it.")),
    BENEFIT_WITHDRAWN_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A benefit is withdrawn no earlier than it was expected", "Choose a later date for the withdrawal."));

    private final RuleText text;

    BenefitRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
