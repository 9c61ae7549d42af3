package org.portfolioledger.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Posts of one kind in one financial year, with the sign with which they are stated: a reduction is below zero.
 *
 * @param year null: the source states one number and no financial year for it. It is never added to those of a year
 * @param number in full-time posts; half a post is 0.5
 */
public record YearlyPosts(@Nullable FinancialYear year, PostKind kind, BigDecimal number) {}
