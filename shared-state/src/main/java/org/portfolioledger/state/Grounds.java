package org.portfolioledger.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Provenance;

/**
 * On what a value rests while it is being folded.
 *
 * @param fact position of the fact whose words these are
 * @param place position of the fact in whose place they stand; its own, where they correct none
 * @param retracted null, or the reason for which it no longer counts
 */
record Grounds(
        long fact,
        long place,
        Provenance provenance,
        List<String> unmetRules,
        List<Long> restsOn,
        @Nullable String retracted) {

    /** The value with its grounds. */
    public <T> Grounded<T> ground(T value) {
        return new Grounded<>(
                value,
                provenance.effectiveOn(),
                fact,
                place < fact ? place : null,
                provenance.precision() == DatePrecision.DAY ? null : provenance.precision(),
                Boolean.TRUE.equals(provenance.inferred()) ? true : null,
                provenance.dateQualifier() == DateQualifier.EXACT ? null : provenance.dateQualifier(),
                unmetRules,
                restsOn);
    }

    /** The value with its grounds; null where nothing is stated. */
    public <T> @Nullable Grounded<T> maybe(@Nullable T value) {
        return value == null ? null : ground(value);
    }
}
