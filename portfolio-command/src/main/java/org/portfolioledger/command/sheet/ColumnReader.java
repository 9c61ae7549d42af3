package org.portfolioledger.command.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.sheet.SheetCell.FaultyCell;
import org.portfolioledger.command.sheet.SheetCell.NumberCell;
import org.portfolioledger.command.sheet.SheetCell.TextCell;
import org.portfolioledger.command.sheet.SheetCell.TruthCell;
import org.portfolioledger.events.MappingFact.MappedColumn;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the cells of one column as the mapping has it. An empty cell states nothing, and never zero. */
final class ColumnReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((.+)\\)");
    private static final int MOST_DIGITS = 40;

    private static final List<DateTimeFormatter> DATES = List.of(
            date("uuuu-MM-dd"),
            date("d/M/uuuu"),
            date("d-M-uuuu"),
            date("d.M.uuuu"),
            date("d MMM uuuu"),
            date("d MMMM uuuu"),
            date("d-MMM-uuuu"));
    private static final Map<String, Boolean> TRUTHS =
            Map.of("yes", true, "y", true, "true", true, "no", false, "n", false, "false", false);

    /** The program counts a 29 February 1900, which there was not. */
    private static final int NO_DAY = 60;

    private static final int LAST_SERIAL = 2_958_465;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    private final MappedColumn column;
    private final boolean countsFrom1904;

    ColumnReader(MappedColumn column, boolean countsFrom1904) {
        this.column = column;
        this.countsFrom1904 = countsFrom1904;
    }

    private static DateTimeFormatter date(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Null: not stated. */
    @Nullable
    CellValue read(@Nullable SheetCell cell) {
        return switch (cell) {
            case null -> null;
            case FaultyCell faulty -> new CellValue.Unreadable(faulty.fault());
            case TextCell text -> isNotStated(text.text()) ? null : translated(text);
            case NumberCell number -> isNotStated(plain(number.number())) ? null : translated(number);
            case TruthCell truth -> translated(truth);
        };
    }

    private boolean isNotStated(String text) {
        return column.notStated() != null && column.notStated().stream().anyMatch(text::equalsIgnoreCase);
    }

    private CellValue translated(SheetCell cell) {
        SortedMap<String, String> values = column.values();
        if (values == null || values.isEmpty()) return typed(cell);
        String text = text(cell);
        return values.entrySet().stream()
                .filter(value -> value.getKey().equalsIgnoreCase(text))
                .findFirst()
                .<CellValue>map(value -> typed(new TextCell(value.getValue())))
                .orElseGet(() -> new CellValue.Unreadable("has \"%s\", and must have one of %s"
                        .formatted(shortened(text), String.join(", ", values.keySet()))));
    }

    private CellValue typed(SheetCell cell) {
        return switch (column.kind()) {
            case TEXT -> stated(text(cell));
            case ID -> id(text(cell));
            case NUMBER -> number(cell);
            case WHOLE_NUMBER -> wholeNumber(cell);
            case DATE -> date(cell);
            case TRUTH -> truth(cell);
        };
    }

    private String text(SheetCell cell) {
        return switch (cell) {
            case TextCell text -> text.text();
            case TruthCell truth -> Boolean.toString(truth.truth());
            case FaultyCell faulty -> faulty.fault();
            case NumberCell number ->
                number.shownAsDate() && date(number) instanceof CellValue.Stated day
                        ? day.text()
                        : plain(number.number());
        };
    }

    private static CellValue stated(String text) {
        return new CellValue.Stated(JSON.stringNode(text), text);
    }

    private static CellValue id(String text) {
        String id = Slug.of(text);
        return id.isEmpty() ? unreadable(text, "has no letter or digit of which an id could be made") : stated(id);
    }

    private CellValue number(SheetCell cell) {
        BigDecimal number = cell instanceof NumberCell stated ? stated.number() : decimal(text(cell));
        if (number == null) return unreadable(text(cell), "is no number, as 1234.56 or 1,234.56");
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS)
            return unreadable(text(cell), "is a number of more than %s digits".formatted(MOST_DIGITS));
        BigDecimal times = column.times();
        BigDecimal product = times == null ? number : number.multiply(times);
        Integer decimals = column.decimals();
        BigDecimal stated = decimals == null ? product : product.setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal exact = stated.stripTrailingZeros();
        return new CellValue.Stated(
                JSON.numberNode(exact.scale() < 0 ? exact.setScale(0) : exact), exact.toPlainString());
    }

    private CellValue wholeNumber(SheetCell cell) {
        if (!(number(cell) instanceof CellValue.Stated read)) return unreadable(text(cell), "is no whole number");
        BigDecimal number = read.json().decimalValue();
        if (number.remainder(BigDecimal.ONE).signum() != 0 || number.precision() - number.scale() > 18)
            return unreadable(text(cell), "is no whole number of at most 18 digits");
        return new CellValue.Stated(JSON.numberNode(number.longValueExact()), number.toPlainString());
    }

    /** A number with or without thousands separators and a pound sign; in brackets, it is negative. */
    private static @Nullable BigDecimal decimal(String text) {
        var brackets = IN_BRACKETS.matcher(text);
        boolean negative = brackets.matches();
        String plain = (negative ? brackets.group(1) : text)
                .replace("£", "")
                .replace("\u00A0", "")
                .replace(" ", "");
        if (plain.length() > 3 * MOST_DIGITS || !NUMBER.matcher(plain).matches()) return null;
        BigDecimal number = new BigDecimal(plain.replace(",", ""));
        return negative ? number.negate() : number;
    }

    private CellValue date(SheetCell cell) {
        return switch (cell) {
            case NumberCell number -> serial(number.number());
            case TextCell text -> written(text.text());
            default -> unreadable(text(cell), NO_DATE);
        };
    }

    private static final String NO_DATE = "is not a date, as 2016-09-30 or 30/09/2016";

    private static CellValue written(String text) {
        String day = text.replaceFirst("[T ]00:00(:00(\\.0+)?)?Z?$", "").replaceFirst("(?i)\\bsept\\b", "Sep");
        return DATES.stream()
                .flatMap(form -> parsed(day, form).stream())
                .findFirst()
                .map(date -> stated(date.toString()))
                .orElseGet(() -> unreadable(text, NO_DATE));
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private CellValue serial(BigDecimal number) {
        BigDecimal days = number.setScale(0, RoundingMode.FLOOR);
        if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0)
            return unreadable(plain(number), "is no date of a spreadsheet program");
        int serial = days.intValueExact();
        if (countsFrom1904) return stated(FIRST_OF_1904.plusDays(serial).toString());
        if (serial == 0 || serial == NO_DAY)
            return unreadable(plain(number), "is a day that there was not in the calendar of a spreadsheet program");
        return stated(
                BEFORE_1900.plusDays(serial > NO_DAY ? serial - 1L : serial).toString());
    }

    private CellValue truth(SheetCell cell) {
        Boolean truth = TRUTHS.get(text(cell).toLowerCase(Locale.ROOT));
        return truth == null
                ? unreadable(text(cell), "must be yes or no")
                : new CellValue.Stated(JSON.booleanNode(truth), truth.toString());
    }

    private static CellValue unreadable(String text, String why) {
        return new CellValue.Unreadable("has \"%s\", which %s".formatted(shortened(text), why));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
