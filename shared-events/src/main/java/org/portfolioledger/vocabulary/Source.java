package org.portfolioledger.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paper that states a fact.
 *
 * @param document title or identifier of the paper
 * @param reference place within it, for instance a paragraph
 * @param publishedOn day on which it was published
 */
public record Source(
        String document,
        @Nullable String reference,
        @Nullable LocalDate publishedOn) {}
