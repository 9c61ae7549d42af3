package org.portfolioledger.query.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ids are one whatever their case: a read asks for what its path and filters name as it was written first. */
public final class FirstSpellingFilter extends OncePerRequestFilter {

    private static final Map<String, Kind<?, ?>> COLLECTIONS = Kinds.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(kind -> collection(kind.name()), Function.identity()));

    private static final Pattern PATH = Pattern.compile("(/api/v1/([a-z-]+)/)([A-Za-z0-9._-]+)(/.*)?");

    /** Made with the first request: filters are made before a start has looked at its databases. */
    private final Supplier<Names> names;

    public FirstSpellingFilter(Supplier<Names> names) {
        this.names = names;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().matches("GET|HEAD")
                || !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Spelled(request, path(request.getRequestURI()), parameters(request)), response);
    }

    private String path(String uri) {
        Matcher path = PATH.matcher(uri);
        if (!path.matches()) return uri;
        String rest = path.group(4);
        return path.group(1) + first(COLLECTIONS.get(path.group(2)), path.group(3)) + (rest == null ? "" : rest);
    }

    private Map<String, String[]> parameters(HttpServletRequest request) {
        Map<String, String[]> spelled = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> spelled.put(
                        name,
                        Arrays.stream(values)
                                .map(value -> first(named(name), value))
                                .toArray(String[]::new)));
        return spelled;
    }

    /** The first part of the paths of a kind. */
    private static String collection(String kind) {
        return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }

    /** The kind of entity that a filter names, if it names one. */
    private static @Nullable Kind<?, ?> named(String filter) {
        return COLLECTIONS.get(collection(filter.equals("parent") ? Kinds.INITIATIVE.name() : filter));
    }

    private String first(@Nullable Kind<?, ?> kind, String id) {
        if (kind == null) return id;
        try {
            return names.get().spelling(kind.stream(id)).map(kind::idIn).orElse(id);
        } catch (DataAccessException _) {
            // The read itself meets the same database, and answers for it.
            return id;
        }
    }

    /** The request as if its ids had been written as they were first. */
    private static final class Spelled extends HttpServletRequestWrapper {

        private final String path;
        private final Map<String, String[]> parameters;

        Spelled(HttpServletRequest request, String path, Map<String, String[]> parameters) {
            super(request);
            this.path = path;
            this.parameters = parameters;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }
    }
}
