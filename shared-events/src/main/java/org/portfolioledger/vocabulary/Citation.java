package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What is cited: exactly one of the two is given.
 *
 * @param document id of a document on record
 * @param description something that is no document on record, in the source's words
 */
public record Citation(
        @IdOf("document") @Nullable String document,
        @Nullable String description) {}
