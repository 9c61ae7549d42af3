package org.portfolioledger.command.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an import states besides the file.
 *
 * @param snapshot day for which the rows hold; rows of other days are left aside; null: that of the first row
 * @param knownAt when the organisation knew, an instant or a date; null: now
 * @param edition tells apart several returns of one day; empty: the first
 */
public record SheetOptions(
        @Nullable LocalDate snapshot, @Nullable String knownAt, String edition) {}
