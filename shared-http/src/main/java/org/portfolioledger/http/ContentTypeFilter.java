package org.portfolioledger.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses bodies whose type is none, before Spring fails on it; and multipart bodies, which no path takes. */
final class ContentTypeFilter extends OncePerRequestFilter {

    private final JsonMapper json;

    ContentTypeFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLegible(request.getContentType())) chain.doFilter(request, response);
        else
            AccessConfiguration.write(
                    response, json, Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "No path takes this type of body"));
    }

    private static boolean isLegible(@Nullable String type) {
        if (type == null || type.isEmpty()) return true;
        try {
            MediaType read = MediaType.parseMediaType(type);
            return read.isConcrete() && !read.getType().equals("multipart");
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
