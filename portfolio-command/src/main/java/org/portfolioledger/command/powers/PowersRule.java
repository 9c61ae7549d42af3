package org.portfolioledger.command.powers;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Rule;

/** Rules about what a board may decide. */
public enum PowersRule implements Rule {
    BOARD_OUT_OF_EXISTENCE(
            true,
            7,
            "The board does not exist on that day",
            "Choose a date on which it exists, another board, or record the decision as ultra vires on purpose."),
    OUTSIDE_REMIT(
            true,
            7,
            "The decision is outside the board's remit",
            "Put it to a board whose remit covers it, or record it as ultra vires on purpose."),
    OVER_DELEGATED_LIMIT(
            true,
            7,
            "The cost is above the board's delegated limit",
            "Refer it up to a board with a higher limit, or record it as ultra vires on purpose."),
    NO_QUORUM(
            true,
            7,
            "The board has no quorum",
            "Decide again with a quorum present, or record it as ultra vires on purpose."),
    DECISION_WITHOUT_BOARD(true, 8, "A decision names the board", "Name the board that decided."),
    DECISION_WITHOUT_MEETING(true, 8, "A decision names the meeting", "State the reference of the meeting."),
    DECISION_WITHOUT_PAPERS(
            true, 8, "A decision names its papers", "State each paper with the SHA-256 of its content."),
    DECISION_WITHOUT_OUTCOME(true, 8, "A decision names its outcome", "State the outcome."),
    DECISION_WITHOUT_PERSONS(true, 8, "A decision says who decided", "State decidedBy: the ids of the persons."),
    NO_SHA_256(
            false,
            8,
            "A paper is identified by the SHA-256 of its content",
            "State 64 hexadecimal digits in lower case."),
    PAPER_TWICE(false, 8, "A decision names each of its papers once", "Leave the second mention of the paper out."),
    AMOUNT_BELOW_ZERO(false, 14, "A cost or a limit is not below zero", "State an amount of zero or more."),
    NO_CURRENCY(false, 14, "An amount has a currency", "State the ISO 4217 code of the currency, for instance GBP."),
    PRICE_YEAR_DOES_NOT_FIT(
            false,
            14,
            "Only real prices have a price year, and it is a financial year",
            "Leave priceYear out for nominal prices; state it as \"2015/16\" for real ones."),
    NO_PRICE_YEAR(true, 14, "An amount in real prices states the year of the prices", "State priceYear.");

    private final boolean governance;
    private final int productRule;
    private final String title;
    private final String advice;

    /** @param productRule number of the rule of the product; 0 for none */
    PowersRule(boolean governance, int productRule, String title, String advice) {
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
