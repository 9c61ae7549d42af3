package org.portfolioledger.command.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param line on which it begins, from 1
 * @param cells in their order; null: empty
 */
record SheetRow(long line, List<@Nullable SheetCell> cells) {

    @Nullable
    SheetCell cell(int index) {
        return index < cells.size() ? cells.get(index) : null;
    }

    boolean isBlank() {
        return cells.stream().allMatch(cell -> cell == null);
    }
}
