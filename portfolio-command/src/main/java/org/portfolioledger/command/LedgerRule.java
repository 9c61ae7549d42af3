package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;

/** Rules about facts as such, the same for every family. */
public enum LedgerRule implements Rule {
    ALREADY_CORRECTED("The fact was corrected already", "Correct the fact that stands in its place.", 15),
    NOTHING_TO_CORRECT("The fact stands nowhere any more", "Record a new fact instead of correcting a struck one.", 15),
    CORRECTS_ANOTHER_ENTITY(
            "A correction cannot move a fact to another entity", "Strike the fact and record it where it belongs.", 15),
    OPENING_STILL_NEEDED(
            "Other facts rest on the opening",
            "Correct those facts away first, or correct the opening with a replacement.",
            15);

    private final String title;
    private final String advice;
    private final int productRule;

    LedgerRule(String title, String advice, int productRule) {
        this.title = title;
        this.advice = advice;
        this.productRule = productRule;
    }

    @Override
    public boolean isGovernance() {
        return false;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public @Nullable Integer productRule() {
        return productRule;
    }
}
