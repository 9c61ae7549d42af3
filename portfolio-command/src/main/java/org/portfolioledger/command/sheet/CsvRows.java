package org.portfolioledger.command.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.http.Problem;

/** Rows of comma-separated values (RFC 4180). A byte order mark is skipped. */
final class CsvRows implements SheetRows {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Charset charset;
    private long last;

    CsvRows(Path file, Charset charset, char separator) throws IOException {
        this.charset = charset;
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            skipMark(bytes);
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .skipEmptyLines(true)
                    .maxBufferSize(1 << 20)
                    .build(
                            CsvRecordHandler.of(handler -> handler.maxFieldSize(LONGEST_CELL)
                                    .maxFields(MOST_COLUMNS)
                                    .maxRecordSize(1 << 20)),
                            new InputStreamReader(
                                    bytes,
                                    charset.newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            this.records = reader.iterator();
        } catch (IOException | RuntimeException fault) {
            bytes.close();
            throw fault;
        }
    }

    private static void skipMark(InputStream bytes) throws IOException {
        bytes.mark(UTF_8_MARK.length);
        byte[] first = bytes.readNBytes(UTF_8_MARK.length);
        if (Arrays.equals(first, UTF_8_MARK)) return;
        if (first.length >= 2 && ((first[0] == 'P' && first[1] == 'K') || isUtf16(first)))
            throw unreadable(
                    isUtf16(first)
                            ? "The file is encoded in UTF-16, and CSV is taken in UTF-8 or in the charset stated"
                            : "The file is no CSV but a zip file, as XLSX is");
        bytes.reset();
    }

    private static boolean isUtf16(byte[] first) {
        return ((first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF)
                || ((first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE);
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord read = records.next();
                last = read.getStartingLineNumber();
                SheetRow row = row(read);
                if (!row.isBlank()) return row;
            }
            return null;
        } catch (CsvParseException | UncheckedIOException fault) {
            throw explained(fault);
        }
    }

    private SheetRow row(CsvRecord read) {
        @Nullable SheetCell[] cells = new SheetCell[read.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String text = read.getField(i).strip();
            if (text.indexOf('\0') >= 0)
                throw unreadable("Column %s of the row in line %s holds bytes that are no text".formatted(i + 1, last));
            cells[i] = text.isEmpty() ? null : new TextCell(text);
        }
        return new SheetRow(last, Arrays.asList(cells));
    }

    private Problem explained(RuntimeException fault) {
        Throwable cause = fault;
        while (cause != null && !(cause instanceof CharacterCodingException)) cause = cause.getCause();
        if (cause != null)
            return unreadable("%s file is not encoded in %s%s"
                    .formatted(
                            last == 0 ? "The" : "After line %s, the".formatted(last),
                            charset.name(),
                            charset.equals(StandardCharsets.UTF_8)
                                    ? ". State the charset in the Content-Type: text/csv; charset=windows-1252"
                                    : ""));
        String message = String.valueOf(fault.getMessage());
        String line = message.replaceAll("(?s).*?started in line (\\d+).*", "$1");
        String why = fault.getCause() == null
                ? message
                : String.valueOf(fault.getCause().getMessage());
        return unreadable(
                line.matches("\\d+")
                        ? "The row that begins in line %s cannot be read: %s".formatted(line, why)
                        : "The row after line %s cannot be read: %s".formatted(last, why));
    }

    static Problem unreadable(String detail) {
        return Problem.of(SheetProblem.SHEET_UNREADABLE, detail);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
