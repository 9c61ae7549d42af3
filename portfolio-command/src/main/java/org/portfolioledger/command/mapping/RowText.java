package org.portfolioledger.command.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a mapping in which names stand for what a row has: {name} for the cell of a column, {&#64;name} for what the import
 * knows of the row. {name as text} stands for the text of a cell also where its column holds numbers.
 *
 * @param parts in their order
 */
public record RowText(List<Part> parts) {

    private static final Pattern NAME = Pattern.compile("\\{(@?)([^{}]+)}");

    private static final String AS_TEXT = " as text";

    /** A part of a text. */
    public sealed interface Part {}

    /** What stands as it is. */
    public record Words(String text) implements Part {}

    /**
     * What stands for the cell of a column.
     *
     * @param asText whether for its text, of whatever kind the column is
     */
    public record OfColumn(String column, boolean asText) implements Part {}

    /** What stands for something known of the row. */
    public record OfRow(Known known) implements Part {}

    /** What stands for something that nobody knows of a row. */
    record Unknown(String name) implements Part {}

    /** What an import knows of a row besides its cells. */
    public enum Known {
        INITIATIVE("initiative"),
        MAPPING("mapping"),
        PORTFOLIO("portfolio"),
        REGISTER("register"),
        /** The day for which the row holds, as 2016-09-30. */
        SNAPSHOT("snapshot"),
        /** The financial year of that day, as 2016/17. */
        FINANCIAL_YEAR("financialYear");

        private final String name;

        Known(String name) {
            this.name = name;
        }
    }

    /** Reads a text. */
    public static RowText of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        int end = 0;
        while (names.find()) {
            if (names.start() > end) parts.add(new Words(text.substring(end, names.start())));
            parts.add(names.group(1).isEmpty() ? column(names.group(2)) : known(names.group(2)));
            end = names.end();
        }
        if (end < text.length()) parts.add(new Words(text.substring(end)));
        return new RowText(List.copyOf(parts));
    }

    private static Part column(String name) {
        return name.endsWith(AS_TEXT)
                ? new OfColumn(name.substring(0, name.length() - AS_TEXT.length()), true)
                : new OfColumn(name, false);
    }

    private static Part known(String name) {
        for (Known known : Known.values()) if (known.name.equals(name)) return new OfRow(known);
        return new Unknown("@" + name);
    }

    /** The columns that it names. */
    public List<String> columns() {
        return parts.stream()
                .filter(OfColumn.class::isInstance)
                .map(part -> ((OfColumn) part).column())
                .toList();
    }

    /** What it names and nobody knows of a row. */
    List<String> unknown() {
        return parts.stream()
                .filter(Unknown.class::isInstance)
                .map(part -> ((Unknown) part).name())
                .toList();
    }
}
