package org.portfolioledger.verifier;

import java.util.Locale;

/** Makes text of unknown origin safe to show: a name in a bundle must not be able to command a terminal. */
final class Printable {

    private Printable() {}

    /** With everything invisible, or that changes the direction of writing, by its number. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isShown(c)) shown.appendCodePoint(c);
            else shown.append("\\u{").append(Integer.toHexString(c)).append('}');
        });
        return shown.toString();
    }

    /** As a string of JSON, with its quotation marks. */
    static String json(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') quoted.append('\\').append((char) c);
            else if (c < ' ' || Character.isSurrogate((char) c))
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            else quoted.append((char) c);
        });
        return quoted.append('"').toString();
    }

    /** A number and what it counts, as "1 fact" or "2 facts". */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
