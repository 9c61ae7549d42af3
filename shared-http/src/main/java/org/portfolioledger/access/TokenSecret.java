package org.portfolioledger.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access token as its owner holds it: {@code plt_}, the id, {@code _} and 256 bits of chance. The prefix lets scanners find
 * tokens that were published by mistake.
 *
 * @param id the part that is no secret
 */
record TokenSecret(String id, String secret) {

    static final String PREFIX = "plt_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    static TokenSecret fresh() {
        StringBuilder id = new StringBuilder();
        for (int n = 0; n < ID_LENGTH; n++) id.append(ID_LETTERS.charAt(CHANCE.nextInt(ID_LETTERS.length())));
        byte[] secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        return new TokenSecret(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether somebody means one, even if it has not the form. */
    static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    static Optional<TokenSecret> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenSecret(form.group(1), form.group(2))) : Optional.empty();
    }

    /** What is kept of it. A slow hash would protect no better what nobody can guess. */
    byte[] hash() {
        return sha256(secret);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    /** Whether it is the one whose hash was kept, in a time that does not tell how much of it is right. */
    boolean fits(byte[] kept) {
        return MessageDigest.isEqual(hash(), kept);
    }

    String text() {
        return PREFIX + id + "_" + secret;
    }

    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
