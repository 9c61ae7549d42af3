package org.portfolioledger.vocabulary;

/**
 * A recommendation of a review.
 *
 * @param review id of the review
 * @param recommendation its id, unique within the review
 */
public record RecommendationRef(@IdOf("review") String review, String recommendation) {}
