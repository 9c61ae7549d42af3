package org.portfolioledger.command.accounting;

import org.portfolioledger.command.Rule;

/** Rules about assessments by an Accounting Officer. */
enum AccountingAssessmentRule implements Rule {
    STANDARD_NOT_ASSESSED(RuleText.governance(
            0,
            "A case is assessed against each of the four standards",
            "State a finding on each of REGULARITY, PROPRIETY, VALUE_FOR_MONEY and FEASIBILITY.")),
    STANDARD_ASSESSED_TWICE(
            RuleText.structural(0, "There is one finding on each standard", "Leave the second finding out.")),
    ACCOUNTING_OFFICER_NOT_NAMED(
            RuleText.governance(0, "An assessment names the Accounting Officer", "State accountingOfficer.")),
    SELF_ASSESSMENT(RuleText.governance(
            5,
            "Nobody assesses a case that they own, submitted or put on record, or of whose initiative they are the SRO",
            "Let another Accounting Officer assess it, and let others record that.")),
    PUBLISHED_BEFORE_ASSESSED(RuleText.structural(
            0, "A summary is published after the assessment", "Choose a date on or after that of the assessment.")),
    DEPARTED_BEFORE_ASSESSED(RuleText.structural(
            0,
            "A case departs from the plan after it was assessed",
            "Choose a date on or after that of the assessment.")),
    IMPOSSIBLE_REASSESSMENT_DATE(RuleText.structural(
            0,
            "A case is not to be assessed again before it departed from the plan",
            "State a later day for the assessment."));

    private final RuleText text;

    AccountingAssessmentRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
