package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Where an initiative belongs: under another initiative, directly in a portfolio, or nowhere.
 *
 * @param parent id of the initiative above
 * @param portfolio id of the portfolio; null where a parent is given
 */
public record Placement(
        @IdOf("initiative") @Nullable String parent,
        @IdOf("portfolio") @Nullable String portfolio) {}
