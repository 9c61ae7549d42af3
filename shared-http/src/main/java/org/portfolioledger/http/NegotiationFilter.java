package org.portfolioledger.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses, before anything is done, what is too long or cannot be read as it is sent (type, charset, coding of the body) and what cannot be
 * answered as it is asked for: below {@code /api} every answer is JSON.
 */
final class NegotiationFilter extends OncePerRequestFilter {

    private static final Set<Charset> CHARSETS = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    /** In which spreadsheet programs also write. */
    private static final Set<Charset> TABLE_CHARSETS =
            Set.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    private final JsonMapper json;

    NegotiationFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            requireShortQuery(request.getQueryString());
            requireReadableType(request.getContentType());
            requirePlain(request.getHeader(HttpHeaders.CONTENT_ENCODING));
            if (request.getRequestURI().startsWith("/api/")) requireJsonIsTaken(request);
        } catch (Problem problem) {
            AccessConfiguration.write(response, json, problem);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void requireShortQuery(@Nullable String query) {
        if (query != null && query.length() > SizeLimit.QUERY.most())
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The query of the address has more than " + SizeLimit.QUERY.most() + " characters");
    }

    private static void requireReadableType(@Nullable String type) {
        if (type == null || type.isEmpty()) return;
        try {
            MediaType read = MediaType.parseMediaType(type);
            if (!read.isConcrete() || read.getType().equals("multipart"))
                throw unsupported("No path takes a body of the type " + read.getType() + "/" + read.getSubtype());
            Charset charset = read.getCharset();
            boolean table = read.getType().equals("text") && read.getSubtype().equals("csv");
            if (charset != null && !CHARSETS.contains(charset) && !(table && TABLE_CHARSETS.contains(charset)))
                throw unsupported(
                        table ? "A CSV file is encoded in UTF-8 or windows-1252" : "A body is encoded in UTF-8");
        } catch (IllegalArgumentException _) {
            throw unsupported("The Content-Type cannot be read");
        }
    }

    private static void requirePlain(@Nullable String coding) {
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))
            throw unsupported("A body is sent without a content coding")
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    private static Problem unsupported(String detail) {
        return Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    private static void requireJsonIsTaken(HttpServletRequest request) {
        List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (accept.stream().allMatch(String::isBlank)) return;
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (IllegalArgumentException _) {
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The header Accept cannot be read",
                    List.of(Problem.At.parameter(HttpHeaders.ACCEPT, "must be media ranges (RFC 9110, 12.5.1)")));
        }
        if (weight(ranges, MediaType.APPLICATION_JSON) <= 0)
            throw Problem.of(HttpProblem.NOT_ACCEPTABLE, "The answer is application/json");
    }

    /** By the most specific range that covers the type. */
    private static double weight(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max((one, other) -> Integer.compare(specificity(one), specificity(other)))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) return 0;
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
