package org.portfolioledger.vocabulary;

/** Level of an initiative within its portfolio. */
public enum InitiativeLevel {
    PROGRAMME,
    PROJECT,
    WORKSTREAM,
    WORK_PACKAGE
}
