package org.portfolioledger.vocabulary;

/** In which way a board decides. */
public enum DecisionManner {
    IN_MEETING,
    /** Its members answer in writing, without a meeting. */
    BY_WRITTEN_PROCEDURE,
    /** Somebody decides for it, to whom it has delegated the authority. */
    BY_DELEGATION,
    /** The one person who is the board decides, without a meeting. */
    ALONE
}
