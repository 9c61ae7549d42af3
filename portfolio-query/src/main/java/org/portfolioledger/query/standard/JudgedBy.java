package org.portfolioledger.query.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.standard.DefaultDataStandard;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RegisterState.DataStandard;

/**
 * The tables by which data is judged.
 *
 * @param title of the standard and its version
 * @param byDefault whether they are a default of ours, because the register defined none for the day, as known then
 * @param since first day on which they are in force; null: they are a default
 * @param fact position of the fact that defined them; null: they are a default
 */
record JudgedBy(
        int version,
        String title,
        boolean byDefault,
        @Nullable LocalDate since,
        @Nullable Long fact) {

    static JudgedBy of(@Nullable Grounded<DataStandard> defined) {
        DataStandard tables = tables(defined);
        return defined == null
                ? new JudgedBy(tables.version(), tables.title(), true, null, null)
                : new JudgedBy(tables.version(), tables.title(), false, defined.since(), defined.fact());
    }

    /** The tables that a register defined, or else those of ours. */
    static DataStandard tables(@Nullable Grounded<DataStandard> defined) {
        return defined == null ? DefaultDataStandard.TABLES : defined.value();
    }
}
