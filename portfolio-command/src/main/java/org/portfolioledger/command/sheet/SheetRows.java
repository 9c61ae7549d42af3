package org.portfolioledger.command.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet one after the other, of which no more is held than one. Blank rows are left out. */
interface SheetRows extends Closeable {

    /** As many characters as a spreadsheet program takes in a cell. */
    int LONGEST_CELL = 32_767;

    /** As many columns as a spreadsheet program has. */
    int MOST_COLUMNS = 16_384;

    /**
     * The next row; null at the end.
     *
     * @throws org.portfolioledger.http.Problem SHEET_UNREADABLE, with the line
     */
    @Nullable
    SheetRow next() throws IOException;

    /** Whether dates are counted from 1904. */
    default boolean countsFrom1904() {
        return false;
    }
}
