package org.portfolioledger.vocabulary;

/**
 * What a rating means in one scheme.
 *
 * @param rating the rating
 * @param definition its written definition
 */
public record RatingDefinition(RagRating rating, String definition) {}
