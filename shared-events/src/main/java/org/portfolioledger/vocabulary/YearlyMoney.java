package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Money of one financial year, with the sign with which it is stated: a reduction is below zero.
 *
 * @param year null: the source states one amount and no financial year for it. It is never added to those of a year
 */
public record YearlyMoney(@Nullable FinancialYear year, Money money) {}
