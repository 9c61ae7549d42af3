package org.portfolioledger.timeline;

import java.time.LocalDate;

/**
 * One entry of a stream, as the ledger holds it: a fact, or the correction of an earlier entry.
 *
 * @param <F> what a fact says
 */
public sealed interface Entry<F> {

    /** Place in the ledger's one order: 1, 2, 3, … */
    long position();

    /** A fact that corrects nothing. */
    record Fact<F>(long position, LocalDate effectiveOn, F content) implements Entry<F> {}

    /** A correction that puts other words in the place of those of {@code corrects}. */
    record Replacement<F>(long position, long corrects, LocalDate effectiveOn, F content) implements Entry<F> {}

    /** "Entered in error": takes the entry {@code corrects} away and puts nothing in its place. */
    record Retraction<F>(long position, long corrects) implements Entry<F> {}
}
