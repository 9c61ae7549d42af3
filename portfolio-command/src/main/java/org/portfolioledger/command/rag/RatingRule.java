package org.portfolioledger.command.rag;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Rule;

/** Rules about RAG assessments. */
enum RatingRule implements Rule {
    RATING_WITHOUT_ASSESSOR(
            true,
            1,
            "A rating needs an assessor",
            "State who assessed: PROJECT, SRO, PORTFOLIO_OFFICE or INDEPENDENT."),
    RATING_WITHOUT_RATIONALE(true, 1, "A rating needs a rationale", "State on what grounds the rating was given."),
    RATING_WITHOUT_SCHEME(
            false, 1, "A rating needs a scheme", "Name a rating scheme that the initiative's portfolio defines."),
    RATING_NOT_IN_SCHEME(false, 1, "The scheme does not know that rating", "Use a rating that the scheme defines."),
    CRITERION_NOT_IN_SCHEME(
            false,
            1,
            "The scheme does not rate that criterion",
            "Use a criterion of the scheme, or define its next version with it."),
    RESET_WITHOUT_REBASELINE(
            true,
            2,
            "A reset names the re-baseline decision on which it rests",
            "State rebaselineDecision: the position of a board's approval of a re-baseline."),
    INITIATIVE_CLOSED_WHEN_RATED(
            true,
            1,
            "The initiative is closed on that day",
            "Choose a date before the closure, or correct the closure.");

    private final boolean governance;
    private final int productRule;
    private final String title;
    private final String advice;

    /** @param productRule number of the rule of the product; 0 for none */
    RatingRule(boolean governance, int productRule, String title, String advice) {
        this.governance = governance;
        this.productRule = productRule;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public boolean isGovernance() {
        return governance;
    }

    @Override
    public @Nullable Integer productRule() {
        return productRule == 0 ? null : productRule;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
