package org.portfolioledger.command.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.command.sheet.SheetCell.FaultyCell;
import org.portfolioledger.command.sheet.SheetCell.NumberCell;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.command.sheet.SheetCell.TruthCell;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.MappedColumn;

/** How cells are read. */
class ColumnReaderTest {

    @ParameterizedTest
    @CsvSource({
        "2016-09-30, 2016-09-30",
        "30/09/2016, 2016-09-30",
        "1/4/2016, 2016-04-01",
        "30-09-2016, 2016-09-30",
        "30.09.2016, 2016-09-30",
        "30 Sep 2016, 2016-09-30",
        "30 september 2016, 2016-09-30",
        "30-Sep-2016, 2016-09-30",
        "2016-09-30T00:00:00, 2016-09-30",
        "29/02/2016, 2016-02-29",
        "29/02/2015, ",
        "09/30/2016, ",
        "30/09/16, ",
        "soon, ",
        "2016-09-31, ",
        "2016-09, "
    })
    void dates_are_british_or_iso_and_no_guess(String text, @Nullable String day) {
        assertThat(text(ColumnKind.DATE, new TextCell(text))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01, 1904-01-02",
        "59, 1900-02-28, 1904-02-29",
        "60, , 1904-03-01",
        "61, 1900-03-01, 1904-03-02",
        "0, , 1904-01-01",
        "42643, 2016-09-30, 2020-10-01",
        "42643.75, 2016-09-30, 2020-10-01",
        "2958465, 9999-12-31, 10004-01-01",
        "2958466, , ",
        "-1, , "
    })
    void a_number_of_days_is_counted_from_1900_with_its_29_february_or_from_1904(
            BigDecimal serial, @Nullable String of1900, @Nullable String of1904) {
        SheetCell cell = new NumberCell(serial, true);
        assertThat(text(column(ColumnKind.DATE), cell, false)).isEqualTo(of1900);
        if (of1904 == null || of1904.length() == 10)
            assertThat(text(column(ColumnKind.DATE), cell, true)).isEqualTo(of1904);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56 | 1234.56",
                "1,234.56 | 1234.56",
                "1,234,567 | 1234567",
                "-74.90 | -74.9",
                "+5 | 5",
                "(1,234.50) | -1234.5",
                "£12.50 | 12.5",
                "0 | 0",
                "0.00 | 0",
                "1,23 | ",
                "12,34,567 | ",
                "1.234,56 | ",
                "1e400 | ",
                "NaN | ",
                "12m | ",
                "0x10 | ",
                "1 2 | 12"
            })
    void numbers_have_thousands_separators_in_their_places(String text, @Nullable String number) {
        assertThat(text(ColumnKind.NUMBER, new TextCell(text))).isEqualTo(number);
    }

    @Test
    void amounts_in_millions_become_exact_pounds() {
        MappedColumn millions =
                new MappedColumn("cost", null, ColumnKind.NUMBER, null, null, new BigDecimal("1000000"), null);
        assertThat(text(millions, new TextCell("5609.46"), false)).isEqualTo("5609460000");
        assertThat(text(millions, new TextCell("0.0000005"), false)).isEqualTo("0.5");
        assertThat(text(ColumnKind.NUMBER, new TextCell("9".repeat(41)))).isNull();
        assertThat(text(ColumnKind.NUMBER, new TextCell("9".repeat(40)))).hasSize(40);
    }

    @Test
    void numbers_are_rounded_only_where_the_mapping_says_so() {
        MappedColumn pence =
                new MappedColumn("cost", null, ColumnKind.NUMBER, null, null, new BigDecimal("1000000"), 2);
        assertThat(text(pence, new TextCell("2.802875004"), false)).isEqualTo("2802875");
        assertThat(text(pence, new TextCell("2.802875005"), false)).isEqualTo("2802875.01");
        assertThat(text(pence, new TextCell("-2.802875005"), false)).isEqualTo("-2802875.01");
        assertThat(text(pence, new TextCell("2.80287501"), false)).isEqualTo("2802875.01");
        assertThat(text(ColumnKind.NUMBER, new TextCell("2.802875007"))).isEqualTo("2.802875007");
    }

    @Test
    void an_empty_cell_states_nothing_and_never_zero() {
        for (ColumnKind kind : ColumnKind.values())
            assertThat(new ColumnReader(column(kind), false).read(null))
                    .as("%s", kind)
                    .isNull();
        MappedColumn column = new MappedColumn("x", null, ColumnKind.NUMBER, null, List.of("n/a", "-"), null, null);
        assertThat(new ColumnReader(column, false).read(new TextCell("N/A"))).isNull();
        assertThat(new ColumnReader(column, false).read(new TextCell("-"))).isNull();
        assertThat(text(column, new TextCell("0"), false)).isEqualTo("0");
    }

    @Test
    void values_are_translated_or_refused() {
        MappedColumn column = new MappedColumn(
                "rag",
                null,
                ColumnKind.TEXT,
                new TreeMap<>(Map.of("A/G", "AMBER_GREEN", "G", "GREEN")),
                null,
                null,
                null);
        assertThat(text(column, new TextCell("a/g"), false)).isEqualTo("AMBER_GREEN");
        assertThat(new ColumnReader(column, false).read(new TextCell("Blue")))
                .isEqualTo(new CellValue.Unreadable("has \"Blue\", and must have one of A/G, G"));
    }

    @Test
    void texts_that_look_like_formulas_stay_texts() {
        for (String text : List.of("=1+1", "+44 20", "-x", "@SUM(A1)"))
            assertThat(text(ColumnKind.TEXT, new TextCell(text))).isEqualTo(text);
    }

    @Test
    void numbers_and_truths_of_a_workbook_are_read_as_what_the_column_is() {
        assertThat(text(ColumnKind.TEXT, new NumberCell(new BigDecimal("1E+3"), false)))
                .isEqualTo("1000");
        assertThat(text(ColumnKind.TEXT, new NumberCell(new BigDecimal("42643"), true)))
                .isEqualTo("2016-09-30");
        assertThat(text(ColumnKind.WHOLE_NUMBER, new NumberCell(new BigDecimal("3.0"), false)))
                .isEqualTo("3");
        assertThat(text(ColumnKind.WHOLE_NUMBER, new NumberCell(new BigDecimal("3.5"), false)))
                .isNull();
        assertThat(text(ColumnKind.TRUTH, new TruthCell(true))).isEqualTo("true");
        assertThat(text(ColumnKind.TRUTH, new TextCell("No"))).isEqualTo("false");
        assertThat(text(ColumnKind.TRUTH, new TextCell("perhaps"))).isNull();
        assertThat(new ColumnReader(column(ColumnKind.NUMBER), false).read(new FaultyCell("holds the error #REF!")))
                .isEqualTo(new CellValue.Unreadable("holds the error #REF!"));
    }

    @Test
    void ids_are_made_of_letters_and_digits() {
        assertThat(text(ColumnKind.ID, new TextCell("NS&I"))).isEqualTo("NS-I");
        assertThat(text(ColumnKind.ID, new TextCell("DOH NON CAPITAL"))).isEqualTo("DOH-NON-CAPITAL");
        assertThat(text(ColumnKind.ID, new TextCell("Café"))).isEqualTo("Cafe");
        assertThat(text(ColumnKind.ID, new TextCell("&&"))).isNull();
        assertThat(text(ColumnKind.ID, new TextCell("x".repeat(200)))).hasSize(64);
    }

    private static MappedColumn column(ColumnKind kind) {
        return new MappedColumn("x", null, kind, null, null, null, null);
    }

    private static @Nullable String text(ColumnKind kind, SheetCell cell) {
        return text(column(kind), cell, false);
    }

    /** Null: it cannot be read. */
    private static @Nullable String text(MappedColumn column, SheetCell cell, boolean countsFrom1904) {
        return new ColumnReader(column, countsFrom1904).read(cell) instanceof CellValue.Stated stated
                ? stated.text()
                : null;
    }
}
