package org.portfolioledger.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount with what is needed to read it.
 *
 * @param amount exact decimal in units of the currency (pounds, not thousands)
 * @param currency ISO 4217 code
 * @param priceBasis nominal, or real
 * @param priceYear financial year of the prices, as "2015/16"; only with a real basis
 * @param confidence how certain it is
 */
public record Money(
        BigDecimal amount,
        String currency,
        PriceBasis priceBasis,
        @Nullable String priceYear,
        Confidence confidence) {

    /** Whether the two amounts are in one currency and in prices of one time. What is not stated compares with nothing. */
    public boolean isComparableWith(Money other) {
        boolean samePrices = priceBasis == other.priceBasis
                && (priceBasis == PriceBasis.NOMINAL || (priceYear != null && priceYear.equals(other.priceYear)));
        return samePrices && currency.equals(other.currency);
    }

    /** Whether it says in which prices it is and how sure it is. */
    public boolean isQualified() {
        return priceBasis != PriceBasis.NOT_STATED && confidence != Confidence.NOT_STATED;
    }
}
