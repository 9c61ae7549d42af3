package org.portfolioledger.vocabulary;

/** Whether a fact began on its date, or was only first stated for it. */
public enum Begins {
    /** It began on its date. */
    ON,
    /** It held on its date at the latest: the source states it without saying since when. */
    BY
}
