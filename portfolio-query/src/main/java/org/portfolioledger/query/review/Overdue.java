package org.portfolioledger.query.review;

/** Whether somebody is late, as a filter asks for it. */
public enum Overdue {
    TRUE,
    FALSE
}
