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
            "Let another Accounting Officer assess it, and another person record that.")),
    PUBLISHED_BEFORE_ASSESSED(RuleText.structural(
            0, "A summary is published after the assessment", "Choose a date on or after that of the assessment.")),
    DEPARTED_BEFORE_ASSESSED(RuleText.structural(
            0,
            "A case departs from its plan no earlier than it was assessed",
            "Choose a date on or after that of the assessment.")),
    IMPOSSIBLE_REASSESSMENT_DATE(RuleText.structural(
            0,
            "A case is due to be assessed again no earlier than it departed from its plan",
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
