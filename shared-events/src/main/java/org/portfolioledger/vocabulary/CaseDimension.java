package org.portfolioledger.vocabulary;

/** The five dimensions of a business case (HM Treasury Green Book). */
public enum CaseDimension {
    STRATEGIC,
    ECONOMIC,
    COMMERCIAL,
    FINANCIAL,
    MANAGEMENT
}
