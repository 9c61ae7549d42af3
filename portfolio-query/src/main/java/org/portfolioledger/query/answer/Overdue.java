package org.portfolioledger.query.answer;

/** Whether something is late on the day asked about, as a filter asks for it. */
public enum Overdue {
    TRUE,
    FALSE
}
