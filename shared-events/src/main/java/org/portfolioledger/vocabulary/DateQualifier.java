package org.portfolioledger.vocabulary;

/** Whether a fact began on its date, or was only first stated for it. */
public enum DateQualifier {
    /** It began on its date. */
    EXACT,
    /** It held on its date at the latest: the source states it without entry since when. */
    NO_LATER_THAN
}
