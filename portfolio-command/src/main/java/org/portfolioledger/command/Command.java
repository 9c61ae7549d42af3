package org.portfolioledger.command;

/**
 * What somebody wants to put on record. Implemented by one sealed family of records for each kind of entity; to which
 * entity it is addressed follows from the path to which it was sent.
 */
public interface Command {}
