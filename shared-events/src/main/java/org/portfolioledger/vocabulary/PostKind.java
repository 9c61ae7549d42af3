package org.portfolioledger.vocabulary;

/** Kind of post that is counted. */
public enum PostKind {
    OFFICER,
    STAFF,
    /** Police community support officer. */
    PCSO
}
