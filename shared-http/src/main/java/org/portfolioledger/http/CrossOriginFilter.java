package org.portfolioledger.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets pages of named origins use the API (CORS), and those of no others. A browser asks nobody before it sends a simple
 * form, and adds the password that it remembers: what pages of other origins would change is refused.
 */
final class CrossOriginFilter extends OncePerRequestFilter {

    private static final List<String> SENT = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Sync-Token",
            "Prefer");

    private static final List<String> SEEN = List.of(
            "ETag",
            "Location",
            "Sync-Token",
            "Idempotency-Replayed",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "WWW-Authenticate");

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final CorsConfiguration cors = new CorsConfiguration();
    private final Set<String> origins;
    private final JsonMapper json;

    CrossOriginFilter(List<String> origins, JsonMapper json) {
        this.origins = Set.copyOf(origins);
        this.json = json;
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        cors.setAllowedHeaders(SENT);
        cors.setExposedHeaders(SEEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            Processor processor = new Processor();
            boolean allowed = processor.processRequest(cors, request, response);
            if (!allowed) refuse(response);
            else if (!CorsUtils.isPreFlightRequest(request)) chain.doFilter(request, response);
            return;
        }
        if (isForeign(request, origin) && !CHANGES_NOTHING.contains(request.getMethod())) refuse(response);
        else chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse response) throws IOException {
        AccessConfiguration.write(
                response,
                json,
                Problem.of(HttpProblem.FOREIGN_ORIGIN, "The request comes from a page of an origin that is not named"));
    }

    /** As the browser says; an older one says only where the page is from. Programs say neither. */
    private static boolean isForeign(HttpServletRequest request, @Nullable String origin) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        return origin != null && !isOurs(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Its own refusal would be no problem detail. */
    private static final class Processor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
