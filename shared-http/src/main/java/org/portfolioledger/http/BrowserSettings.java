package org.portfolioledger.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What browsers may do with the API.
 *
 * @param origins whose pages may use it, such as {@code https://tools.example}; none by default
 * @param contentSecurityPolicy what our own pages may load, if not only what is ours and what signs people in
 */
@ConfigurationProperties("portfolio-ledger.http.browsers")
public record BrowserSettings(
        List<String> origins, @Nullable String contentSecurityPolicy) {

    /** @throws RefusedToStart if an origin is not one */
    public BrowserSettings {
        origins = origins == null ? List.of() : List.copyOf(origins);
        for (String origin : origins)
            if (!isOrigin(origin))
                throw new RefusedToStart(
                        "The setting portfolio-ledger.http.browsers.origins names %s: name origins such as https://tools.example."
                                .formatted(origin));
    }

    /**
     * What our own pages may load.
     *
     * @param issuer where the API page signs people in; null: here
     */
    String policy(@Nullable String issuer) {
        if (contentSecurityPolicy != null) return contentSecurityPolicy;
        // Fit for the API page, which styles its parts one by one and shows pictures that it holds itself.
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; connect-src 'self'"
                + (issuer == null ? "" : " " + origin(URI.create(issuer)))
                + "; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Scheme, host and port as browsers write them; not everybody's ({@code *}). */
    private static boolean isOrigin(String origin) {
        try {
            URI read = URI.create(origin);
            return origin.equals(origin.toLowerCase(Locale.ROOT))
                    && origin.matches("https?://[^/?#@*]+")
                    && read.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
