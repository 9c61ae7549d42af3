package org.portfolioledger.command.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.http.Problem;

/** Where the columns of a mapping are in a sheet. */
final class SheetHeader {

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, ColumnReader> readers = new HashMap<>();

    /** @throws Problem COLUMN_MISSING, with every header that is not there once */
    SheetHeader(SheetRow row, List<MappedColumn> columns, boolean countsFrom1904) {
        Map<String, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++)
            if (row.cell(i) instanceof TextCell header)
                found.computeIfAbsent(folded(header.text()), _ -> new ArrayList<>())
                        .add(i);
        List<Problem.At> faults = new ArrayList<>();
        for (MappedColumn column : columns) {
            String header = column.header() == null ? column.name() : column.header();
            List<Integer> at = found.getOrDefault(folded(header), List.of());
            if (at.size() != 1)
                faults.add(new Problem.At(
                        null,
                        null,
                        null,
                        at.isEmpty()
                                ? "The first row has no header %s".formatted(header)
                                : "The first row has the header %s in %s columns".formatted(header, at.size())));
            else {
                places.put(column.name(), at.getFirst());
                headers.put(column.name(), header);
                readers.put(column.name(), new ColumnReader(column, countsFrom1904));
            }
        }
        if (!faults.isEmpty())
            throw Problem.of(
                    SheetProblem.COLUMN_MISSING,
                    "The sheet does not have %s of the %s columns of the mapping once"
                            .formatted(faults.size(), columns.size()),
                    faults);
    }

    private static String folded(String header) {
        return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The header of a column. */
    String of(String column) {
        return headers.getOrDefault(column, column);
    }

    /** What the cells of a row say, by column; what is not stated is not there. */
    Map<String, CellValue> read(SheetRow row) {
        Map<String, CellValue> values = new HashMap<>();
        readers.forEach((column, reader) -> {
            CellValue value = reader.read(row.cell(places.getOrDefault(column, Integer.MAX_VALUE)));
            if (value != null) values.put(column, value);
        });
        return values;
    }
}
