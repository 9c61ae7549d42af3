package org.portfolioledger.command.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.sheet.SheetCell.FaultyCell;
import org.portfolioledger.command.sheet.SheetCell.NumberCell;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.command.sheet.SheetCell.TruthCell;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/** Rows of a sheet of an XLSX workbook (ECMA-376). Formulas are read as the values that the workbook holds for them. */
final class XlsxRows implements SheetRows {

    /** As a spreadsheet program shows a number: what is behind that is an error of its binary form. */
    private static final MathContext SHOWN = new MathContext(15);

    /** A spreadsheet program knows no number with more of them before the point or behind it. */
    private static final long MOST_ZEROS = 309;

    /** With the empty ones before the last of a row: a million rows of 64. */
    private static final long MOST_CELLS = 64L << 20;

    private static final Set<String> ERRORS = Set.of(
            "#CALC!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#SPILL!", "#VALUE!", "#GETTING_DATA");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long last;
    private long cells;

    /** @param named name of the sheet; null: the first */
    XlsxRows(Path file, @Nullable String named) throws IOException {
        workbook = opened(file);
        try {
            Sheet sheet = sheet(named);
            stream = sheet.openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException fault) {
            workbook.close();
            if (fault instanceof Problem problem) throw problem;
            throw CsvRows.unreadable("The sheet cannot be opened");
        }
    }

    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return opened(file, true);
        } catch (ExcelReaderException withoutStyles) {
            try {
                return opened(file, false);
            } catch (ExcelReaderException fault) {
                throw CsvRows.unreadable("The file is no XLSX workbook");
            }
        }
    }

    private static ReadableWorkbook opened(Path file, boolean withStyles) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(withStyles, true));
        } catch (ZipException | NullPointerException fault) {
            throw CsvRows.unreadable("The file is no XLSX workbook");
        }
    }

    private Sheet sheet(@Nullable String named) {
        List<String> names = workbook.getSheets().map(Sheet::getName).toList();
        if (names.isEmpty()) throw CsvRows.unreadable("The workbook has no sheet");
        if (named == null) return workbook.getFirstSheet();
        return workbook.findSheet(named)
                .orElseThrow(() -> CsvRows.unreadable("The workbook has no sheet %s, but %s".formatted(named, names)));
    }

    @Override
    public boolean countsFrom1904() {
        return workbook.isDate1904();
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (rows.hasNext()) {
                Row read = rows.next();
                last = read.getRowNum();
                cells += read.getCellCount();
                if (cells > MOST_CELLS)
                    throw Problem.of(
                            HttpProblem.TOO_LARGE,
                            "Up to row %s, the sheet has more than %s cells with the empty ones before the last of a row"
                                    .formatted(last, MOST_CELLS));
                SheetRow row = row(read);
                if (!row.isBlank()) return row;
            }
            return null;
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException fault) {
            throw CsvRows.unreadable("The sheet cannot be read after row %s".formatted(last));
        }
    }

    private SheetRow row(Row read) {
        List<@Nullable SheetCell> cells = new ArrayList<>(read.getCellCount());
        for (int i = 0; i < read.getCellCount(); i++) cells.add(cell(read.getCell(i), i));
        return new SheetRow(last, cells);
    }

    private @Nullable SheetCell cell(@Nullable Cell cell, int column) {
        if (cell == null) return null;
        String raw = cell.getRawValue();
        if (raw != null && raw.length() > LONGEST_CELL)
            throw CsvRows.unreadable(
                    "Column %s of row %s has more than %s characters".formatted(column + 1, last, LONGEST_CELL));
        return switch (cell.getType()) {
            case EMPTY -> null;
            case ERROR -> new FaultyCell("holds the error " + raw);
            case BOOLEAN -> new TruthCell(Boolean.TRUE.equals(cell.asBoolean()));
            case NUMBER -> number(cell.asNumber(), cell);
            case STRING -> text(cell.asString());
            case FORMULA -> formula(cell);
        };
    }

    private static @Nullable SheetCell formula(Cell cell) {
        return switch (cell.getValue()) {
            case null ->
                cell.getRawValue() == null
                        ? new FaultyCell(
                                "holds a formula without a value, which a spreadsheet program adds when it saves")
                        : null;
            case BigDecimal number -> number(number, cell);
            case Boolean truth -> new TruthCell(truth);
            case String text when ERRORS.contains(text) -> new FaultyCell("holds a formula with the error " + text);
            case String text -> text(text);
            case Object other -> text(String.valueOf(other));
        };
    }

    private static SheetCell number(BigDecimal number, Cell cell) {
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MOST_ZEROS)
            return new FaultyCell("holds a number that no spreadsheet program knows");
        return new NumberCell(number.round(SHOWN).stripTrailingZeros(), isDate(cell.getDataFormatString()));
    }

    private static @Nullable SheetCell text(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_CELL) throw CsvRows.unreadable("A text is too long");
        return stripped.isEmpty() ? null : new TextCell(stripped);
    }

    /** Whether a format shows a day or a year; letters in quotes and brackets do not count. */
    private static boolean isDate(@Nullable String format) {
        if (format == null) return false;
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return !plain.contains("general") && (plain.contains("d") || plain.contains("y"));
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
