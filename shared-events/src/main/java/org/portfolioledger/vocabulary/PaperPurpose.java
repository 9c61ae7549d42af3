package org.portfolioledger.vocabulary;

/** What a board is asked to do with a paper. */
public enum PaperPurpose {
    FOR_INFORMATION,
    FOR_DECISION,
    TO_NOTE
}
