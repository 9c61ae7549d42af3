package org.portfolioledger.http;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;

/**
 * Text as it is put on record: in Unicode normalization form C, without white space around it, and with every character
 * visible. Two names that look the same would otherwise differ, and a name could hide another.
 */
final class CleanText {

    private static final Pattern AROUND = Pattern.compile("\\A[\\s\\p{Z}\\u0085]+|[\\s\\p{Z}\\u0085]+\\z");

    private CleanText() {}

    /** The text in form C, without white space around it. */
    static String of(String sent) {
        return AROUND.matcher(Normalizer.normalize(sent, Normalizer.Form.NFC)).replaceAll("");
    }

    /** What keeps a clean text from being recorded, if anything. */
    static Optional<String> fault(String text) {
        if (text.isEmpty()) return Optional.of("is blank: leave it out or fill it");
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        for (int place = 1; characters.hasNext(); place++) {
            int c = characters.nextInt();
            String kind = refused(c);
            if (!kind.isEmpty())
                return Optional.of(String.format(Locale.ROOT, "holds %s, U+%04X, as character %s", kind, c, place));
        }
        return Optional.empty();
    }

    private static String refused(int c) {
        if (c == '\n' || c == '\t' || c == '\r') return "";
        if (isUnseen(c)) return "an invisible character";
        return switch (Character.getType(c)) {
            case Character.CONTROL -> "a control character";
            case Character.FORMAT ->
                changesDirection(c) ? "a character that changes the direction" : "an invisible character";
            case Character.SURROGATE -> "half a character";
            case Character.PRIVATE_USE -> "a character of private use";
            case Character.UNASSIGNED -> "a character that Unicode does not define";
            default -> "";
        };
    }

    private static boolean changesDirection(int c) {
        return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Letters and marks that Unicode lets nobody see, and the blank of Braille. */
    private static boolean isUnseen(int c) {
        return switch (c) {
            case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }
}
