package org.portfolioledger.vocabulary;

/** Stage of a business case: brief, strategic assessment, strategic outline, outline, full, business justification, programme. */
public enum CaseStage {
    PROJECT_BRIEF,
    STRATEGIC_ASSESSMENT,
    SOC,
    OBC,
    FBC,
    BJC,
    PROGRAMME_BUSINESS_CASE
}
