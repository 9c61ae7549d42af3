package org.portfolioledger.vocabulary;

/** Protective marking as it was at the time; an old one is never mapped to a new one. */
public enum Marking {
    NOT_PROTECTIVELY_MARKED,
    RESTRICTED,
    RESTRICTED_COMMERCIAL,
    PROTECT_COMMERCIAL,
    OFFICIAL,
    OFFICIAL_SENSITIVE
}
