package org.portfolioledger.command.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of spreadsheets as ids, and as they are compared. */
final class Slug {

    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 64;
    private static final int DIGEST = 8;

    private Slug() {}

    /** An id made of a text: its letters and digits, without accents; one that is too long ends with a digest of it. */
    static String of(String text) {
        return cut(
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^A-Za-z0-9._-]+", "-")
                        .replaceAll("^[-.]+|[-.]+$", ""),
                LONGEST);
    }

    /** The same, no longer than so many characters. */
    static String cut(String id, int longest) {
        return id.length() <= longest ? id : id.substring(0, longest - DIGEST - 1) + "-" + digest(id);
    }

    /** A name without regard to capitals, accents, spaces and punctuation. */
    static String folded(String name) {
        return OTHERS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Eight hexadecimal digits. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
