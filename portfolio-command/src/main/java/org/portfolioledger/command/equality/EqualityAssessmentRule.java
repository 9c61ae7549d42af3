package org.portfolioledger.command.equality;

import org.portfolioledger.command.Rule;

/** Rules about equality impact assessments. */
enum EqualityAssessmentRule implements Rule {
    NOTHING_ASSESSED(RuleText.structural(
            9, "An equality impact assessment has a subject", "State at least one initiative or business case.")),
    AMBIGUOUS_EQUALITY_SUBJECT(RuleText.structural(
            9,
            "Each subject is one initiative or one business case",
            "State exactly one of initiative, businessCase and description.")),
    EQUALITY_SUBJECT_NOT_ON_RECORD(RuleText.governance(
            9,
            "The subject of an assessment is on record",
            "State the initiative or the business case that is assessed.")),
    ASSESSMENT_NOT_IDENTIFIED(RuleText.governance(
            9, "Each version of an assessment is identified by its content", "State the SHA-256 of its bytes.")),
    EQUALITY_VERSION_TAKEN(RuleText.structural(
            0, "The version is on record already", "Leave the version out, or state the next one.")),
    EQUALITY_VERSION_WITHOUT_NEW_CONTENT(
            RuleText.structural(0, "Each version has its own content", "State the hash of the new content.")),
    IMPOSSIBLE_EQUALITY_REVIEW_DATE(RuleText.structural(
            0, "The next review is no earlier than the day on which it is set", "State a later day for the review.")),
    EQUALITY_ASSESSMENT_ENDED_ALREADY(RuleText.structural(
            0,
            "The equality impact assessment is no longer kept up to date",
            "Put another assessment on record, or correct the fact that ended it.")),
    EQUALITY_ASSESSMENT_ENDED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "An equality impact assessment ends no earlier than it begins", "Choose a later date for its end."));

    private final RuleText text;

    EqualityAssessmentRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
