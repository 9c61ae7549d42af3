package org.portfolioledger.timeline;

import java.time.LocalDate;

/**
 * What one lineage says.
 *
 * @param place position of the lineage's first fact; orders sayings of one date, so that a repair stands where the
 *     fact stood
 * @param position position of the entry whose words these are
 * @param effectiveOn first day on which it holds
 * @param says the words
 */
public record Saying<F>(long place, long position, LocalDate effectiveOn, F says) {}
