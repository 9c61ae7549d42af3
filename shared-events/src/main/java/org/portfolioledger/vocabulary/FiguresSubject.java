package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Whose figures sources state: those of an initiative, of a portfolio, or of a business group of a portfolio. Nothing is given
 * only in migrated history: the source names none of them.
 *
 * @param initiative id of an initiative
 * @param portfolio id of a portfolio
 * @param businessGroup code of a business group of the portfolio
 */
public record FiguresSubject(
        @IdOf("initiative") @Nullable String initiative,
        @IdOf("portfolio") @Nullable String portfolio,
        @Nullable String businessGroup) {}
