package org.portfolioledger.timeline;

import java.time.LocalDate;

/**
 * What one lineage says.
 *
 * @param origin position of the lineage's first fact; orders entries of one date, so that a repair stands where the
 *     fact stood
 * @param position position of the entry whose words these are
 * @param effectiveOn first day on which it holds
 * @param content the words
 */
public record EffectiveEntry<F>(long origin, long position, LocalDate effectiveOn, F content) {}
