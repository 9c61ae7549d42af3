package org.portfolioledger.command.rag;

import org.portfolioledger.command.Rule;

/** Rules about RAG assessments. */
enum RagRule implements Rule {
    RATING_WITHOUT_ASSESSOR(RuleText.governance(
            1, "A rating needs an assessor", "State who assessed: PROJECT, SRO, PORTFOLIO_OFFICE or INDEPENDENT.")),
    RATING_WITHOUT_RATIONALE(
            RuleText.governance(1, "A rating needs a rationale", "State on what grounds the rating was given.")),
    RATING_WITHOUT_SCHEME(RuleText.structural(
            1, "A rating needs a scheme", "Name a rating scheme that the initiative's portfolio defines.")),
    RATING_NOT_IN_SCHEME(
            RuleText.structural(1, "The scheme has no such rating", "Use a rating that the scheme defines.")),
    CRITERION_NOT_IN_SCHEME(RuleText.structural(
            1,
            "The scheme does not rate that criterion",
            "Use a criterion of the scheme, or define its next version with it.")),
    SCHEME_REPLACED(RuleText.governance(
            20,
            "The portfolio has replaced the scheme",
            "Use the scheme that replaced it, or choose a date before the replacement.")),
    RATING_NOT_BEGUN(RuleText.structural(
            20,
            "The rating would end before it begins",
            "Choose a day after that on which it was given; retract a rating that was never given.")),
    RATING_ENDED_ALREADY(RuleText.structural(
            20, "The rating has already ended", "Correct that ending, or rate the criterion again first.")),
    RESET_WITHOUT_REBASELINE(
            RuleText.governance(
                    2,
                    "A reset names the re-baseline decision on which it rests",
                    "State rebaselineDecision: the position of a board's approval of a re-baseline, or of the re-baseline itself."));

    private final RuleText text;

    RagRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
