package org.portfolioledger.vocabulary;

/**
 * A rule set aside on purpose.
 *
 * @param waivedBy id of the person who waived it
 * @param reason why
 */
public record Waiver(@IdOf(IdOf.PERSON) String waivedBy, String reason) {}
