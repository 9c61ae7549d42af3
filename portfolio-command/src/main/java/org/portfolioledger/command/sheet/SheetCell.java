package org.portfolioledger.command.sheet;

import java.math.BigDecimal;

/** A cell that is not empty. */
sealed interface SheetCell {

    /** A text, as it stands. */
    record TextCell(String text) implements SheetCell {}

    /**
     * A number of a spreadsheet program.
     *
     * @param shownAsDate whether the program shows it as a date
     */
    record NumberCell(BigDecimal number, boolean shownAsDate) implements SheetCell {}

    /** Yes or no, of a spreadsheet program. */
    record TruthCell(boolean truth) implements SheetCell {}

    /** What holds no value, in words. */
    record FaultyCell(String fault) implements SheetCell {}
}
