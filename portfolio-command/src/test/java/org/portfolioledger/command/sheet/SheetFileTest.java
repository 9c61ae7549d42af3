package org.portfolioledger.command.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.command.sheet.SheetCell.NumberCell;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/** Files as offices have them, and files that nobody should take. */
class SheetFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void a_byte_order_mark_crlf_quotes_and_line_breaks_in_cells_are_read() throws IOException {
        String file = "\uFEFFname,why\r\n\"Homes, new\",\"first\r\nsecond \"\"line\"\"\"\r\n\r\n=1+1,  \r\n";
        List<SheetRow> rows = csv(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(rows.get(0).cell(0)).isEqualTo(new TextCell("name"));
        assertThat(rows.get(1).cell(0)).isEqualTo(new TextCell("Homes, new"));
        assertThat(rows.get(1).cell(1)).isEqualTo(new TextCell("first\r\nsecond \"line\""));
        assertThat(rows.get(2).line()).isEqualTo(5);
        assertThat(rows.get(2).cell(0)).isEqualTo(new TextCell("=1+1"));
        assertThat(rows.get(2).cell(1)).isNull();
    }

    @Test
    void windows_1252_is_read_where_it_is_stated_and_refused_where_not() throws IOException {
        byte[] file = "name\n£5 – “Café”\n".getBytes(WINDOWS);
        assertThat(csv(file, WINDOWS).get(1).cell(0)).isEqualTo(new TextCell("£5 – “Café”"));
        assertThat(refused(file, new SheetFile.Csv(StandardCharsets.UTF_8, ',')).getMessage())
                .contains("not encoded in UTF-8", "charset=windows-1252");
    }

    @Test
    void other_separators_are_read_where_they_are_stated() throws IOException {
        assertThat(read("a;b\n1,5;2\n".getBytes(StandardCharsets.UTF_8), new SheetFile.Csv(StandardCharsets.UTF_8, ';'))
                        .get(1)
                        .cell(0))
                .isEqualTo(new TextCell("1,5"));
    }

    @Test
    void a_broken_quote_in_line_500000_refuses_the_file_and_names_the_line() {
        StringBuilder file = new StringBuilder("name,why\n");
        for (int line = 2; line < 500_000; line++) file.append("Homes,fine\n");
        file.append("Roads,\"late\nHomes,fine\nHomes,fine\n");
        Problem problem = refused(csvBytes(file.toString()), new SheetFile.Csv(StandardCharsets.UTF_8, ','));
        assertThat(problem.type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
        assertThat(problem.getMessage()).contains("line 500000");
    }

    @Test
    void a_cell_of_ten_megabytes_refuses_the_file() {
        for (String quote : List.of("", "\"")) {
            Problem problem = refused(
                    csvBytes("name\nA\n" + quote + "x".repeat(10 << 20) + quote + "\n"),
                    new SheetFile.Csv(StandardCharsets.UTF_8, ','));
            assertThat(problem.type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
            assertThat(problem.getMessage()).contains("line 3");
        }
    }

    @Test
    void what_is_no_csv_is_refused() {
        SheetFile.Form csv = new SheetFile.Csv(StandardCharsets.UTF_8, ',');
        assertThat(refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16), csv).getMessage())
                .contains("UTF-16");
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0}, csv).getMessage()).contains("XLSX");
        assertThat(refused("a\n\0\n".getBytes(StandardCharsets.UTF_8), csv).getMessage())
                .contains("line 2");
        assertThat(refused(new byte[0], csv).getMessage()).contains("no row");
        assertThat(refused("a,b\n".getBytes(StandardCharsets.UTF_8), csv).getMessage())
                .contains("no row");
    }

    @Test
    void a_million_rows_are_read_with_little_memory() throws IOException {
        InputStream file = new ManyRows(1_000_000);
        long before = used();
        long rows = 0;
        long most = 0;
        try (SheetFile taken = SheetFile.take(file, new SheetFile.Csv(StandardCharsets.UTF_8, ','));
                SheetRows all = taken.rows()) {
            while (all.next() != null) if (++rows % 250_000 == 0) most = Math.max(most, used());
        }
        assertThat(rows).isEqualTo(1_000_001);
        assertThat(most - before).isLessThan(64L << 20);
    }

    @Test
    void numbers_texts_dates_and_formulas_of_a_workbook_are_read_as_values() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "cost");
            sheet.value(0, 2, "end");
            sheet.value(1, 0, "=HYPERLINK(\"x\")");
            sheet.value(1, 1, 5609.46);
            sheet.value(1, 2, LocalDate.of(2016, 9, 30));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(3, 0, "Roads");
            sheet.value(3, 1, 0.1 + 0.2);
        });
        List<SheetRow> rows = xlsx(file);
        assertThat(rows.get(1).cell(0)).isEqualTo(new TextCell("=HYPERLINK(\"x\")"));
        assertThat(rows.get(1).cell(1)).isEqualTo(new NumberCell(new BigDecimal("5609.46"), false));
        assertThat(rows.get(1).cell(2)).isEqualTo(new NumberCell(new BigDecimal("42643"), true));
        assertThat(rows.get(2).line()).isEqualTo(4);
        assertThat(rows.get(2).cell(1)).isEqualTo(new NumberCell(new BigDecimal("0.3"), false));
    }

    @Test
    void formulas_errors_inline_texts_and_1904_are_read() throws IOException {
        byte[] file = workbookOf(
                "<workbookPr date1904=\"1\"/>",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>UPPER(\"a\")</f><v>A</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"B3\" t=\"b\"><v>1</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\"><f>NOW()</f></c><c r=\"B4\" t=\"str\"><f>T(1)</f><v></v></c></row>");
        try (SheetFile taken = SheetFile.take(new ByteArrayInputStream(file), new SheetFile.Xlsx(null));
                SheetRows rows = taken.rows()) {
            assertThat(rows.countsFrom1904()).isTrue();
            rows.next();
            SheetRow second = Objects.requireNonNull(rows.next());
            assertThat(second.cell(0)).isEqualTo(new TextCell("A"));
            assertThat(second.cell(1)).isEqualTo(new NumberCell(new BigDecimal("2"), false));
            SheetRow third = Objects.requireNonNull(rows.next());
            assertThat(third.cell(0)).isInstanceOf(SheetCell.FaultyCell.class);
            assertThat(third.cell(1)).isEqualTo(new SheetCell.TruthCell(true));
            SheetRow fourth = Objects.requireNonNull(rows.next());
            assertThat(fourth.cell(0)).isInstanceOf(SheetCell.FaultyCell.class);
            assertThat(fourth.cell(1)).isNull();
        }
    }

    @Test
    void a_number_that_would_fill_the_memory_is_no_value() throws IOException {
        List<SheetRow> rows = xlsx(
                workbookOf(
                        "",
                        "<row r=\"1\"><c r=\"A1\"><v>1e308</v></c><c r=\"B1\"><v>1e309</v></c><c r=\"C1\"><v>-1e999999999</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\"><v>0e999999999</v></c><c r=\"B2\"><v>1e-999999999</v></c><c r=\"C2\"><f>A1</f><v>1e999999999</v></c></row>"));
        assertThat(rows.get(0).cell(0)).isEqualTo(new NumberCell(new BigDecimal("1e308"), false));
        assertThat(rows.get(1).cell(0)).isEqualTo(new NumberCell(BigDecimal.ZERO, false));
        for (SheetRow row : rows)
            for (int column = 1; column <= 2; column++)
                assertThat(row.cell(column)).isInstanceOf(SheetCell.FaultyCell.class);
    }

    @Test
    void a_few_thousand_rows_that_reach_to_the_last_column_are_refused() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 4097; row++)
            rows.append("<row r=\"%1$s\"><c r=\"XFD%1$s\"><v>1</v></c></row>".formatted(row));
        Problem refused = refused(workbookOf("", rows.toString()), new SheetFile.Xlsx(null));
        assertThat(refused.type()).isEqualTo(HttpProblem.TOO_LARGE);
        assertThat(refused).hasMessageContaining("row 4097");
    }

    @Test
    void a_sheet_is_found_by_its_name() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(1, 0, "Homes");
        });
        assertThat(read(file, new SheetFile.Xlsx("Return"))).hasSize(2);
        assertThat(refused(file, new SheetFile.Xlsx("Other")).getMessage()).contains("no sheet Other", "Return");
    }

    @Test
    void a_billion_empty_rows_are_refused() throws IOException {
        Problem problem = refused(workbookOf("", repeated("<row/>", 2_000_000)), new SheetFile.Xlsx(null));
        assertThat(problem.type()).isEqualTo(HttpProblem.TOO_LARGE);
        assertThat(problem.getMessage()).contains("rows");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_read() throws IOException {
        Problem problem = refused(workbookOf("", repeated(" ", 64 << 20)), new SheetFile.Xlsx(null));
        assertThat(problem.type()).isEqualTo(HttpProblem.TOO_LARGE);
        assertThat(problem.getMessage()).contains("times its size");
    }

    @Test
    void a_cell_at_the_end_of_the_world_and_too_many_cells_are_refused() throws IOException {
        assertThat(refused(workbookOf("", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), new SheetFile.Xlsx(null))
                        .getMessage())
                .contains("columns");
        assertThat(refused(workbookOf("", "<row>" + repeated("<c/>", 20_000) + "</row>"), new SheetFile.Xlsx(null))
                        .getMessage())
                .contains("columns");
    }

    @Test
    void a_large_cell_of_a_workbook_is_refused() throws IOException {
        StringBuilder text = new StringBuilder();
        long noise = 1;
        while (text.length() < 10 << 20) {
            noise = noise * 6364136223846793005L + 1442695040888963407L;
            text.append((char) ('a' + Math.floorMod(noise >> 33, 26)));
        }
        byte[] file = workbookOf(
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                        + text + "</t></is></c></row>");
        assertThat(refused(file, new SheetFile.Xlsx(null)).type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        SheetFile.Form xlsx = new SheetFile.Xlsx(null);
        assertThat(refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), xlsx).type())
                .isEqualTo(SheetProblem.SHEET_UNREADABLE);
        assertThat(refused(new byte[0], xlsx).type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(empty)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThat(refused(empty.toByteArray(), xlsx).type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
        byte[] whole = workbook(sheet -> sheet.value(0, 0, "name"));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        assertThat(refused(cut, xlsx).type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
        assertThat(refused(workbookOf("", "<row r=\"1\"><c"), xlsx).type()).isEqualTo(SheetProblem.SHEET_UNREADABLE);
    }

    @Test
    void entities_of_xml_are_not_resolved(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "never-to-be-read");
        byte[] workbook =
                workbookOf("", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name &of;</t></is></c></row>");
        for (String entity : List.of("SYSTEM \"" + secret.toUri() + "\"", "\"" + repeated("never", 1_000) + "\"")) {
            byte[] file = withDoctype(workbook, "<!DOCTYPE worksheet [<!ENTITY of " + entity + ">]>");
            assertThat(refused(file, new SheetFile.Xlsx(null)))
                    .hasFieldOrPropertyWithValue("type", SheetProblem.SHEET_UNREADABLE)
                    .hasMessageNotContaining("never");
        }
    }

    private static byte[] withDoctype(byte[] workbook, String doctype) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry each = parts.getNextEntry(); each != null; each = parts.getNextEntry()) {
                String text = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                part(zip, each.getName(), each.getName().endsWith("sheet1.xml") ? doctype + text : text);
            }
        }
        return bytes.toByteArray();
    }

    private static Problem refused(byte[] file, SheetFile.Form form) {
        return catchThrowableOfType(Problem.class, () -> {
            try (SheetFile taken = SheetFile.take(new ByteArrayInputStream(file), form)) {
                throw new AssertionError("it was taken: " + taken.getClass());
            }
        });
    }

    private static List<SheetRow> csv(byte[] file, Charset charset) throws IOException {
        return read(file, new SheetFile.Csv(charset, ','));
    }

    private static List<SheetRow> xlsx(byte[] file) throws IOException {
        return read(file, new SheetFile.Xlsx(null));
    }

    private static List<SheetRow> read(byte[] file, SheetFile.Form form) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile taken = SheetFile.take(new ByteArrayInputStream(file), form);
                SheetRows all = taken.rows()) {
            for (SheetRow row = all.next(); row != null; row = all.next()) rows.add(row);
        }
        return rows;
    }

    private static byte[] csvBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Office", "1.0")) {
            filling.fill(workbook.newWorksheet("Return"));
        }
        return bytes.toByteArray();
    }

    private static String repeated(String text, int times) {
        return text.repeat(times);
    }

    /** A workbook of one sheet, written part by part. */
    private static byte[] workbookOf(String properties, String rows) throws IOException {
        String spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                            + "</Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                            + relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + spreadsheet + "\" xmlns:r=\"" + relations + "\">" + properties
                            + "<sheets><sheet name=\"Return\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                            + relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + spreadsheet + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream part = zip;
        part.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A CSV file that nobody holds. */
    private static final class ManyRows extends InputStream {

        private final long rows;
        private long row;
        private byte[] line = "name,cost,why\n".getBytes(StandardCharsets.UTF_8);
        private int at;

        ManyRows(long rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == line.length) {
                if (row == rows) return -1;
                row++;
                line = "Project %s,\"1,234.50\",\"On its way, as ever\"\n"
                        .formatted(row)
                        .getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int taken = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, offset, taken);
            at += taken;
            return taken;
        }
    }
}
