package org.portfolioledger.vocabulary;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A financial year, from 1 April to 31 March. Written, and kept, as "2013/14". Years are in the order of time.
 *
 * @param first calendar year in which it begins, 1900 to 2199
 */
public record FinancialYear(int first) implements Comparable<FinancialYear> {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final int CENTURY = 100;
    private static final Pattern FORM = Pattern.compile("[0-9]{4}/[0-9]{2}");

    /** What is wrong with a text that is no financial year. */
    public static final String WANTED =
            "is not a financial year: two years that follow each other, as 2013/14, from 1900/01 to 2199/00";

    /**
     * A year by its first calendar year.
     *
     * @throws IllegalArgumentException if it lies outside of what is kept
     */
    public FinancialYear {
        if (first < EARLIEST || first > LATEST) throw new IllegalArgumentException(first + " " + WANTED);
    }

    /**
     * Reads "2013/14".
     *
     * @throws IllegalArgumentException if the text is in another form, if its years do not follow each other, or if it lies
     *     outside of what is kept
     */
    public static FinancialYear parse(String text) {
        if (!isOne(text)) throw new IllegalArgumentException("\"" + text + "\" " + WANTED);
        return new FinancialYear(first(text));
    }

    /** Whether a text is a financial year. */
    public static boolean isOne(String text) {
        if (!FORM.matcher(text).matches()) return false;
        int first = first(text);
        return first >= EARLIEST && first <= LATEST && (first + 1) % CENTURY == Integer.parseInt(text.substring(5));
    }

    /** The year in which a day lies. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(firstYear(day));
    }

    /**
     * The year in which all days of a range lie.
     *
     * @return null if there is none, or if it lies outside of what is kept
     */
    public static @Nullable FinancialYear containing(LocalDate first, LocalDate last) {
        int year = firstYear(first);
        return year != firstYear(last) || year < EARLIEST || year > LATEST ? null : new FinancialYear(year);
    }

    private static int firstYear(LocalDate day) {
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }

    private static int first(String text) {
        return Integer.parseInt(text.substring(0, 4));
    }

    /** Its first day, 1 April. */
    public LocalDate firstDay() {
        return LocalDate.of(first, Month.APRIL, 1);
    }

    /** Its last day, 31 March. */
    public LocalDate lastDay() {
        return LocalDate.of(first + 1, Month.MARCH, 31);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(first, other.first);
    }

    /** As "2013/14". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d/%02d", first, (first + 1) % CENTURY);
    }
}
