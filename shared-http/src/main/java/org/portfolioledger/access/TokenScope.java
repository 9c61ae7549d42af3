package org.portfolioledger.access;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What may be asked with an access token: reads, of everything or of some chapters of the API.
 *
 * @param parts {@code read}, or {@code read:} with a chapter behind it, such as {@code read:portfolios}
 */
public record TokenScope(List<String> parts) {

    private static final String ALL = "read";
    private static final String BASE = "/api/v1/";
    private static final Pattern PART = Pattern.compile("read(:[a-z][a-z-]{0,62})?");

    public TokenScope {
        parts = List.copyOf(parts);
    }

    /** Whether a part has the form of one. */
    public static boolean isPart(String part) {
        return PART.matcher(part).matches();
    }

    /** Whether a request stays within it. */
    public boolean allows(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS")) return false;
        if (parts.contains(ALL)) return true;
        if (!path.startsWith(BASE)) return false;
        String chapter = path.substring(BASE.length()).replaceFirst("/.*", "");
        return parts.contains(ALL + ":" + chapter);
    }
}
