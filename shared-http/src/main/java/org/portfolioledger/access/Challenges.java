package org.portfolioledger.access;

/** How a caller may sign in, as {@code WWW-Authenticate} says it (RFC 6750, RFC 7617). */
public final class Challenges {

    public static final String BASIC = "Basic realm=\"portfolio-ledger\", charset=\"UTF-8\"";
    public static final String BEARER = "Bearer realm=\"portfolio-ledger\"";

    /** To whoever is signed in by a token that does not reach that far. */
    public static final String INSUFFICIENT_SCOPE = BEARER + ", error=\"insufficient_scope\"";

    private Challenges() {}

    /** To whoever sent a token that is not accepted. */
    public static String invalidToken(String reason) {
        return BEARER + ", error=\"invalid_token\", error_description=\"" + quotable(reason) + "\"";
    }

    private static String quotable(String text) {
        return text.replaceAll("[^ !#-\\[\\]-~]", "?");
    }
}
