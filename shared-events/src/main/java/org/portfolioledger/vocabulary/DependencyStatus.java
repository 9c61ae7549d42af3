package org.portfolioledger.vocabulary;

/** Status of a dependency. */
public enum DependencyStatus {
    PROPOSED,
    AGREED,
    AT_RISK,
    MET,
    MISSED,
    WITHDRAWN
}
