package org.portfolioledger.command.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Problem;

/** A spreadsheet as it was sent, in a temporary file. It is looked through to its end before anything of it is used. */
public final class SheetFile implements Closeable {

    private final Path file;
    private final Form form;

    /** How a spreadsheet is written. */
    public sealed interface Form {}

    /** Comma-separated values. */
    public record Csv(Charset charset, char separator) implements Form {}

    /**
     * An XLSX workbook.
     *
     * @param sheet name of the sheet; null: the first
     */
    public record Xlsx(@Nullable String sheet) implements Form {}

    private SheetFile(Path file, Form form) {
        this.file = file;
        this.form = form;
    }

    /**
     * Takes a spreadsheet.
     *
     * @throws Problem SHEET_UNREADABLE or TOO_LARGE, if it is broken anywhere
     */
    public static SheetFile take(InputStream sent, Form form) throws IOException {
        Path file = Files.createTempFile("sheet", ".tmp");
        SheetFile taken = new SheetFile(file, form);
        try {
            Files.copy(sent, file, StandardCopyOption.REPLACE_EXISTING);
            taken.lookThrough();
        } catch (IOException | RuntimeException fault) {
            taken.close();
            throw fault;
        }
        return taken;
    }

    private void lookThrough() throws IOException {
        if (form instanceof Xlsx) ZipBounds.require(file);
        long rows = 0;
        try (SheetRows all = rows()) {
            while (all.next() != null) rows++;
        }
        if (rows < 2) throw CsvRows.unreadable("The sheet has no row besides that of its headers");
    }

    /** Its rows, that of the headers first. */
    SheetRows rows() throws IOException {
        return switch (form) {
            case Csv csv -> new CsvRows(file, csv.charset(), csv.separator());
            case Xlsx xlsx -> new XlsxRows(file, xlsx.sheet());
        };
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
