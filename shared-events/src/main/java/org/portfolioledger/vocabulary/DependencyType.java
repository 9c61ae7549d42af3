package org.portfolioledger.vocabulary;

/** Kind of dependency. */
public enum DependencyType {
    INTER_PROGRAMME,
    ENABLING_AREA,
    EXTERNAL,
    CONTRACT,
    STRATEGY,
    DECISION
}
