package org.portfolioledger.query.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the tags that a caller holds for {@link Responses}. Left in the request, the framework would compare them by
 * itself, and call an answer unchanged whose version is the same but whose grounds or day are not.
 */
public final class IfNoneMatchFilter extends OncePerRequestFilter {

    private static final String KEPT = IfNoneMatchFilter.class.getName();

    /** The tags of a request. */
    static List<String> of(HttpServletRequest request) {
        return request.getAttribute(KEPT) instanceof String tags
                ? Arrays.stream(tags.split(",", -1)).map(String::strip).toList()
                : List.of();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(KEPT, String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH))));
        chain.doFilter(new WithoutTags(request), response);
    }

    private static final class WithoutTags extends HttpServletRequestWrapper {
        WithoutTags(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
