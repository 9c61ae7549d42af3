package org.portfolioledger.state;

import java.util.List;
import org.portfolioledger.vocabulary.Begins;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Statement;

/**
 * On what a value rests while it is being folded.
 *
 * @param fact position of the fact whose words these are
 * @param place position of the fact in whose place they stand; its own, where they correct none
 */
record Grounds(long fact, long place, Statement stated, List<String> unmetRules, List<Long> restsOn) {

    /** The value with its grounds. */
    public <T> Grounded<T> ground(T value) {
        return new Grounded<>(
                value,
                stated.effectiveOn(),
                fact,
                place < fact ? place : null,
                stated.precision() == DatePrecision.DAY ? null : stated.precision(),
                Boolean.TRUE.equals(stated.inferred()) ? true : null,
                stated.begins() == Begins.ON ? null : stated.begins(),
                unmetRules,
                restsOn);
    }
}
