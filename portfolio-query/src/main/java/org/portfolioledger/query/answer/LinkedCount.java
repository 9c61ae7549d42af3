package org.portfolioledger.query.answer;

/**
 * A number.
 *
 * @param href path of the list of what is counted, each item with the facts on which it rests
 */
public record LinkedCount(long count, String href) {}
