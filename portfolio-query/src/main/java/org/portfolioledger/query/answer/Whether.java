package org.portfolioledger.query.answer;

/** Whether something is so on the day asked about, as a filter asks for it. */
public enum Whether {
    TRUE,
    FALSE
}
