package org.portfolioledger.command.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/**
 * Looks through a workbook before it is read: what it says of its sizes may be wrong, so each part is inflated once and thrown
 * away. Whoever reads it afterwards meets no more than these bounds.
 */
final class ZipBounds {

    static final int MOST_ROWS = 1_048_576;

    private static final int MOST_PARTS = 10_000;
    private static final long LARGEST = 4L << 30;
    private static final long LARGEST_OTHER = 128L << 20;
    private static final long HARMLESS = 16L << 20;

    /** A sheet of numbers and short texts is packed to a tenth or a twentieth; a bomb to a thousandth. */
    private static final long MOST_INFLATED = 250;

    private ZipBounds() {}

    /** @throws Problem SHEET_UNREADABLE or TOO_LARGE */
    static void require(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS)
                throw Problem.of(HttpProblem.TOO_LARGE, "The workbook has more than %s parts".formatted(MOST_PARTS));
            long inflated = 0;
            Set<String> names = new HashSet<>();
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                if (!names.add(part.getName().toLowerCase(Locale.ROOT)))
                    throw CsvRows.unreadable("The workbook has the part %s twice".formatted(part.getName()));
                inflated += inflated(zip, part, inflated);
            }
        } catch (ZipException fault) {
            throw CsvRows.unreadable("The file is no XLSX workbook: " + fault.getMessage());
        }
    }

    private static long inflated(ZipFile zip, ZipEntry part, long before) throws IOException {
        boolean sheet = part.getName().toLowerCase(Locale.ROOT).contains("worksheets/");
        SheetScan scan = new SheetScan(part.getName());
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream bytes = zip.getInputStream(part)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                scan.take(buffer, read);
                if (size > HARMLESS && size / MOST_INFLATED > Math.max(1, part.getCompressedSize()))
                    throw Problem.of(
                            HttpProblem.TOO_LARGE,
                            "The part %s of the workbook inflates to more than %s times its size"
                                    .formatted(part.getName(), MOST_INFLATED));
                if (before + size > LARGEST || (!sheet && size > LARGEST_OTHER))
                    throw Problem.of(
                            HttpProblem.TOO_LARGE,
                            "The part %s of the workbook inflates to more than %s bytes"
                                    .formatted(part.getName(), sheet ? LARGEST : LARGEST_OTHER));
            }
        }
        return size;
    }

    /** Counts rows and cells of a sheet byte by byte, and looks at the references of its cells. */
    private static final class SheetScan {

        private static final int MOST_LETTERS = 3;

        private final String part;
        private int window;
        private long rows;
        private long cells;
        private int letters = -1;
        private boolean inCell;

        SheetScan(String part) {
            this.part = part;
        }

        void take(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte each = bytes[i];
                if (inCell) reference(each);
                if (each == '>') inCell = false;
                window = (window << 8) | (each & 0xFF);
                if (window == 0x3C726F77 || window == 0x3A726F77) row();
                if (isCell(window)) cell();
            }
        }

        /** Of {@code r="XFD1"}, no more than three letters. */
        private void reference(byte each) {
            if ((each == '"' || each == '\'') && (window & 0xFFFFFF) == 0x20723D) letters = 0;
            else if (letters >= 0 && ((each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z'))) letters++;
            else letters = -1;
            if (letters > MOST_LETTERS) throw tooMany("columns", SheetRows.MOST_COLUMNS);
        }

        private static boolean isCell(int window) {
            int begins = (window >>> 16) & 0xFF;
            int name = (window >>> 8) & 0xFF;
            int then = window & 0xFF;
            return name == 'c' && (begins == '<' || begins == ':') && (then == ' ' || then == '>' || then == '/');
        }

        private void row() {
            cells = 0;
            if (++rows > MOST_ROWS) throw tooMany("rows", MOST_ROWS);
        }

        private void cell() {
            inCell = (window & 0xFF) == ' ';
            letters = -1;
            if (++cells > SheetRows.MOST_COLUMNS) throw tooMany("columns", SheetRows.MOST_COLUMNS);
        }

        private Problem tooMany(String what, int most) {
            return Problem.of(
                    HttpProblem.TOO_LARGE,
                    "The part %s of the workbook has more than %s %s".formatted(part, most, what));
        }
    }
}
