package org.portfolioledger.standard;

import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Money;

/**
 * An amount as a business case states it.
 *
 * @param name what it is about
 * @param version that states it
 */
record CaseAmount(String businessCase, String name, Money money, Grounded<Version> version) {

    /** Something of it, on the grounds of the version. */
    <T> Grounded<T> grounded(T value) {
        return version.as(value);
    }
}
