package org.portfolioledger.command.board;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Rule;

/** Rules about boards. */
enum BoardRule implements Rule {
    BOARD_CLOSED_ALREADY(
            false,
            7,
            "The board was dissolved",
            "Correct the closure if it was entered in error, or choose a date before it."),
    BOARD_CLOSED_BEFORE_IT_BEGAN(
            false, 7, "A board cannot be dissolved before it began", "State a date that is not before its beginning."),
    OWN_PARENT(false, 0, "A board cannot escalate to itself", "Name another board as the parent."),
    IMPOSSIBLE_QUORUM(false, 7, "A quorum is at least one member", "State 1 or more, or leave the quorum out.");

    private final boolean governance;
    private final int productRule;
    private final String title;
    private final String advice;

    /** @param productRule number of the rule of the product; 0 for none */
    BoardRule(boolean governance, int productRule, String title, String advice) {
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
